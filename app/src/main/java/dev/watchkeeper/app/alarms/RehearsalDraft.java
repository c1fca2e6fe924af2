package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.Suggestion;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.signal.Guidance;
import java.util.List;
import java.util.Optional;

/** The rule that would calm a bad actor, to be rehearsed before it is saved. */
final class RehearsalDraft {
    private RehearsalDraft() {}

    /**
     * The rule that the source has, with the suggested delay; where a detector's alarms have no rule yet, a new one that says what
     * the newest of them said. Empty where there is no rule to change, such as one that was removed.
     *
     * @param rules those that stand
     * @param newest alarm of the source; empty where it is not known
     */
    static Optional<RuleDraft> of(BadActor actor, List<AlarmRule> rules, Optional<Alarm> newest) {
        RuleId id = AlarmNames.ruleOf(actor.source());
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(RuleDraft::of)
                .or(() -> id.name().equals(Condition.Anomaly.NAME)
                        ? Optional.of(anomaly(actor, newest))
                        : Optional.empty())
                .map(draft -> withDelay(draft, actor.suggestion()));
    }

    private static RuleDraft anomaly(BadActor actor, Optional<Alarm> newest) {
        RuleDraft draft = RuleDraft.empty(RuleKind.ANOMALY)
                .with(RuleField.ASSET, actor.source().asset().value())
                .with(RuleField.FALSE_ALARMS_PER_DAY, number(AlarmPolicy.STANDARD.falseAlarmsPerDay()))
                .with(RuleField.PRIORITY, actor.priority().name());
        if (newest.isEmpty()) {
            return draft;
        }
        Guidance guidance = newest.get().guidance();
        return draft.with(RuleField.CAUSE, guidance.cause())
                .with(RuleField.CONSEQUENCE, guidance.consequence())
                .with(RuleField.ACTION, guidance.action())
                .with(RuleField.TIME_TO_RESPOND, DurationText.written(guidance.timeToRespond()));
    }

    private static RuleDraft withDelay(RuleDraft draft, Suggestion suggestion) {
        return switch (suggestion.kind()) {
            case ON_DELAY -> with(draft, RuleField.ON_DELAY, suggestion);
            case OFF_DELAY -> with(draft, RuleField.OFF_DELAY, suggestion);
            case NOTHING, NO_DELAY_HELPS -> draft;
        };
    }

    private static RuleDraft with(RuleDraft draft, RuleField field, Suggestion suggestion) {
        return draft.kind().fields().contains(field)
                ? draft.with(field, DurationText.written(suggestion.delay()))
                : draft;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
