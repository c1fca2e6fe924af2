package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.kpi.AlarmFacts;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.BadActor;
import dev.watchkeeper.engine.alarm.kpi.Disturbance;
import dev.watchkeeper.engine.alarm.kpi.Flood;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period with the names that the screens have for their sources.
 *
 * @param span in words
 */
public record KpiReport(
        AlarmKpis kpis, String span, List<Actor> actors, List<Line> chattering, List<Line> stale, List<Line> floods) {
    private static final int LOOK_AT = 50;

    public KpiReport {
        actors = List.copyOf(actors);
        chattering = List.copyOf(chattering);
        stale = List.copyOf(stale);
        floods = List.copyOf(floods);
    }

    /**
     * A bad actor.
     *
     * @param draftOrNull the rule that would calm it, to be rehearsed; null where there is no rule to change
     */
    public record Actor(
            BadActor actor, String name, @Nullable RuleDraft draftOrNull) {}

    /** Something that disturbs, and its figures in words. */
    public record Line(String name, String words) {}

    /** How many alarms operators have on the shelf. */
    static int shelved(AlarmControls alarms) {
        return (int) alarms.suppressed().stream()
                .filter(alarm -> alarm.handling().suppressions().stream()
                        .anyMatch(one -> one.kind().slot() == Suppression.Slot.SHELF))
                .count();
    }

    /** Reads and measures. Any thread; may take a while. */
    static KpiReport read(
            AlarmControls alarms, Assets assets, List<AlarmRule> rules, TimeSpan span, Instant now, Formats formats) {
        AlarmKpis kpis =
                AlarmKpis.of(AlarmFacts.read(alarms, span), span, now, formats.zone(), OptionalInt.of(shelved(alarms)));
        return new KpiReport(
                kpis,
                formats.time(span.start(), now) + " – "
                        + (span.end().isBefore(now) ? formats.time(span.end(), now) : "now"),
                kpis.badActors().stream()
                        .map(actor -> new Actor(
                                actor,
                                AlarmNames.of(actor.source(), assets),
                                RehearsalDraft.of(actor, rules, newest(alarms, actor))
                                        .orElse(null)))
                        .toList(),
                kpis.chattering().stream()
                        .map(one -> chattering(one, assets, formats, now))
                        .toList(),
                kpis.stale().stream()
                        .map(fact -> stale(fact, assets, formats, now))
                        .toList(),
                kpis.floods().reversed().stream()
                        .map(flood -> flood(flood, assets, formats, now))
                        .toList());
    }

    private static Optional<Alarm> newest(AlarmControls alarms, BadActor actor) {
        return alarms.opened(new TimeSpan(actor.last(), actor.last().plusNanos(1)), LOOK_AT).stream()
                .filter(alarm ->
                        dev.watchkeeper.engine.alarm.kpi.AlarmSource.of(alarm).equals(actor.source()))
                .findFirst();
    }

    private static Line chattering(Disturbance one, Assets assets, Formats formats, Instant now) {
        return new Line(
                AlarmNames.of(one.source(), assets), one.alarms() + " alarms, last " + formats.time(one.last(), now));
    }

    private static Line stale(AlarmFact fact, Assets assets, Formats formats, Instant now) {
        Instant end = fact.closedAtOrNull();
        Duration held = Duration.between(fact.openedAt(), end == null ? now : end);
        return new Line(
                AlarmNames.of(fact.source(), assets),
                (end == null ? "stands for " : "stood for ") + Formats.age(held) + ", since "
                        + formats.time(fact.openedAt(), now));
    }

    private static Line flood(Flood flood, Assets assets, Formats formats, Instant now) {
        return new Line(
                formats.span(flood.span(), now) + (flood.ongoing() ? ", goes on" : ""),
                flood.alarms() + " alarms, first: "
                        + AlarmNames.of(flood.first().source(), assets));
    }
}
