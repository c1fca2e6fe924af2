package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.HoursWords;
import dev.watchkeeper.app.screen.Telling;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import dev.watchkeeper.engine.notify.route.Schedule;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds in the settings who would be told of a rule's alarms, at whatever hour. Any thread; waits for a disk. */
record ToldReader(Telling telling) {
    /** What decides who is told. */
    record Question(AssetId asset, Priority priority, NoticeKind kind) {
        static Question of(AlarmRule rule) {
            NoticeKind kind = switch (rule.condition()) {
                case Condition.Drift drift -> NoticeKind.DRIFT;
                case Condition.MissingData missing -> NoticeKind.PIPELINE;
                case Condition.OfSensor ofSensor -> NoticeKind.ALARM_RAISED;
                case Condition.Anomaly anomaly -> NoticeKind.ALARM_RAISED;
            };
            return new Question(rule.condition().asset(), rule.priority(), kind);
        }
    }

    Told read(Question question, Instant now) {
        Optional<String> closed = telling.closed();
        if (closed.isPresent()) {
            return new Told(List.of(), closed.get(), null);
        }
        NotifySettings settings = telling.settings();
        List<RoutingRule> matching = settings.rules().stream()
                .filter(rule -> atAnyHour(rule).matches(notice(question, now), now))
                .toList();
        if (matching.isEmpty()) {
            return new Told(List.of(), "Nobody would be told: no rule of routing speaks of such alarms.", null);
        }
        return new Told(matching.stream().map(rule -> line(rule, settings)).toList(), "", first(matching, settings));
    }

    private static RoutingRule atAnyHour(RoutingRule rule) {
        return new RoutingRule(
                rule.name(),
                rule.kinds(),
                rule.atLeast(),
                rule.assets(),
                Schedule.always(rule.when().zone()),
                rule.recipients(),
                rule.escalation());
    }

    private static Notice notice(Question question, Instant now) {
        return new Notice(
                "who-is-told",
                question.kind(),
                question.priority(),
                question.asset(),
                null,
                now,
                now,
                "Who is told",
                "",
                "",
                "",
                "",
                List.of());
    }

    private static ToldLine line(RoutingRule rule, NotifySettings settings) {
        String who = rule.recipients().stream()
                .map(id -> settings.recipient(id)
                        .map(one -> one.user() + " by " + channel(one, settings))
                        .orElse(id))
                .collect(Collectors.joining(", "));
        String then = rule.escalation().isEmpty() ? "" : "; then " + rule.escalation();
        return new ToldLine(rule.name(), who + then, HoursWords.of(rule.when()));
    }

    private static String channel(Recipient recipient, NotifySettings settings) {
        return settings.channel(recipient.channel()).map(ChannelEntry::label).orElse(recipient.channel());
    }

    private static Told.@org.jspecify.annotations.Nullable First first(
            List<RoutingRule> matching, NotifySettings settings) {
        Set<String> ids = matching.stream()
                .flatMap(rule -> rule.recipients().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return ids.stream()
                .flatMap(id -> settings.recipient(id).stream())
                .flatMap(recipient -> settings.channel(recipient.channel()).stream()
                        .map(entry ->
                                new Told.First(recipient.user(), entry.label(), entry.settings(), recipient.address())))
                .findFirst()
                .orElse(null);
    }
}
