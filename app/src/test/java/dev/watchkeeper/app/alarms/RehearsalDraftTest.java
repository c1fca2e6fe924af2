package dev.watchkeeper.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.AlarmsStory;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.kpi.AlarmSource;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.KpiPeriod;
import dev.watchkeeper.engine.alarm.kpi.Suggestion;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a figure that is beyond what the standard asks to the rule that would help. */
class RehearsalDraftTest {
    private static final SensorId SENSOR = SensorId.of("screen-1", "head-loss");
    private static final Guidance GUIDANCE = new Guidance("rags", "overflow", "rake", Duration.ofMinutes(20));

    @Test
    void theRuleOfASourceIsTakenWithTheSuggestedDelay() {
        AlarmRule rule = new AlarmRule(
                new Condition.Limit(SENSOR, Condition.Level.HIGH, 40, 1, Delays.NONE),
                Priority.MEDIUM,
                GUIDANCE,
                new AlarmTraits(false, null),
                true);

        RuleDraft draft = RehearsalDraft.of(
                        actor("head-loss:high", Suggestion.Kind.OFF_DELAY), List.of(rule), Optional.empty())
                .orElseThrow();

        assertThat(draft).isEqualTo(RuleDraft.of(rule).with(RuleField.OFF_DELAY, "10 s"));
    }

    @Test
    void aDetectorsAlarmsWithoutARuleGetAnAnomalyRule() {
        RuleDraft draft = RehearsalDraft.of(actor("novelty", Suggestion.Kind.ON_DELAY), List.of(), Optional.empty())
                .orElseThrow();

        assertThat(draft.kind()).isEqualTo(RuleKind.ANOMALY);
        assertThat(draft.text(RuleField.ASSET)).isEqualTo("screen-1");
        assertThat(draft.text(RuleField.ON_DELAY)).isEqualTo("10 s");
        assertThat(draft.text(RuleField.FALSE_ALARMS_PER_DAY)).isEqualTo("1");
        assertThat(draft.text(RuleField.PRIORITY)).isEqualTo("LOW");
    }

    @Test
    void aRuleThatWasRemovedCannotBeTuned() {
        assertThat(RehearsalDraft.of(actor("head-loss:high", Suggestion.Kind.ON_DELAY), List.of(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void theFiguresNameTheWorstActorAndWhatItsAlarmsSaid() {
        Desk desk = new Desk();
        AlarmsStory.told(desk.plant());
        KpiViewModel model =
                new KpiViewModel(desk.plant().alarms(), desk.plant().assets(), List::of, desk.context());
        var attached = model.attach();

        desk.pulse().beat(1);

        KpiReport day = report(model);
        KpiReport.Actor worst = day.actors().getFirst();
        assertThat(worst.name()).isEqualTo("Screen 1, Head loss");
        assertThat(worst.actor().chattering()).isEqualTo(worst.actor().alarms());
        RuleDraft draft = Objects.requireNonNull(worst.draftOrNull());
        assertThat(draft.text(RuleField.ON_DELAY)).isNotEqualTo("0 s");
        assertThat(draft.text(RuleField.ACTION)).isEqualTo("Compare it with its neighbours.");
        assertThat(day.chattering()).extracting(KpiReport.Line::name).containsExactly("Screen 1, Head loss");
        assertThat(day.stale()).extracting(KpiReport.Line::name).containsExactly("Aeration basin, Turbidity");
        assertThat(day.floods()).hasSize(1);

        model.periodProperty().set(KpiPeriod.WEEK);
        assertThat(model.reportProperty().get()).isInstanceOf(Load.Loading.class);
        desk.pulse().beat(1);
        assertThat(report(model).kpis().alarms()).isGreaterThan(day.kpis().alarms());
        model.earlier();
        desk.pulse().beat(1);
        assertThat(report(model).kpis().span().length()).isEqualTo(Duration.ofDays(7));
        model.later();
        assertThat(model.backProperty().get()).isZero();

        attached.close();
        assertThat(desk.pulse().subscriptions()).isZero();
    }

    private static KpiReport report(KpiViewModel model) {
        return ((Load.Ready<KpiReport>) model.reportProperty().get()).value();
    }

    private static BadActor actor(String rule, Suggestion.Kind kind) {
        return new BadActor(
                new AlarmSource(SENSOR.asset(), rule, SENSOR),
                20,
                0.5,
                Priority.LOW,
                12,
                0,
                Duration.ofSeconds(4),
                Instant.EPOCH,
                new Suggestion(kind, Duration.ofSeconds(10), 20, 2, 12, 0, Duration.ofSeconds(6), 0));
    }
}
