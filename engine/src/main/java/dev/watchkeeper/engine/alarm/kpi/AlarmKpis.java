package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The alarms of a span, measured as ISA-18.2 and IEC 62682 (clause 16) and EEMUA 191 ask. An alarm belongs to the span in which its
 * condition began (event time; the start of the span belongs to it, its end does not). Floods and stale conditions that reach into
 * the span from before count with their part in it. Immutable.
 *
 * @param span what was measured: the span that was asked for, up to now
 * @param alarms how many opened in it
 * @param load per ten minutes
 * @param floods those that reach into the span, whole, in order
 * @param kpis the figures, in the order of {@link KpiKind}; shelved only where it is known
 * @param badActors the ten most frequent sources, the worst first
 * @param chattering the sources that chattered, the worst first
 * @param stale those whose condition had held for more than 24 hours at some moment of the span, the longest first
 */
public record AlarmKpis(
        TimeSpan span,
        int alarms,
        Load load,
        List<Flood> floods,
        List<Kpi> kpis,
        List<BadActor> badActors,
        List<Disturbance> chattering,
        List<AlarmFact> stale) {
    public AlarmKpis {
        chattering = List.copyOf(chattering);
        stale = List.copyOf(stale);
        floods = List.copyOf(floods);
        kpis = List.copyOf(kpis);
        badActors = List.copyOf(badActors);
    }

    /**
     * Measures.
     *
     * @param facts those of the span; those before it and those after it tell of what reaches into it and otherwise count for
     *     nothing
     * @param now what happened from then on is not known yet
     * @param zone whose midnights part the days
     * @param shelved how many alarms are shelved now; empty where that is not known
     * @throws IllegalArgumentException when nothing of the span has passed
     */
    public static AlarmKpis of(
            Collection<AlarmFact> facts, TimeSpan span, Instant now, ZoneId zone, OptionalInt shelved) {
        Instant until = now.isBefore(span.end()) ? now : span.end();
        if (!span.start().isBefore(until)) {
            throw new IllegalArgumentException(
                    "of the span from " + span.start() + " to " + span.end() + " nothing has passed at " + now);
        }
        TimeSpan measured = new TimeSpan(span.start(), until);
        List<AlarmFact> known = AlarmFacts.sorted(
                facts.stream().filter(fact -> fact.openedAt().isBefore(now)).toList());
        List<AlarmFact> inSpan = known.stream()
                .filter(fact -> measured.contains(fact.openedAt()))
                .toList();
        Chatter chatter = Chatter.of(known, now);
        Load load = Load.of(inSpan, measured, Standard.INTERVAL);
        List<Flood> floods = Floods.find(known, now).stream()
                .filter(flood -> flood.span().overlaps(measured))
                .toList();
        List<BadActor> actors = BadActors.rank(inSpan, chatter, now);
        KpiJudge judge = new KpiJudge(measured, inSpan, zone);
        return new AlarmKpis(
                measured,
                inSpan.size(),
                load,
                floods,
                judge.all(
                        load,
                        Load.of(inSpan, measured, Duration.ofHours(1)),
                        floods,
                        actors,
                        chatter,
                        Stale.of(known, measured, now, zone),
                        shelved),
                actors,
                chatter.sources(inSpan),
                Stale.ones(known, measured, now));
    }

    /** Measures alarms as they stand. */
    public static AlarmKpis ofAlarms(
            Collection<Alarm> alarms, TimeSpan span, Instant now, ZoneId zone, OptionalInt shelved) {
        return of(alarms.stream().map(AlarmFact::of).toList(), span, now, zone, shelved);
    }

    /** Empty only for {@link KpiKind#SHELVED}, where it is not known. */
    public Optional<Kpi> kpi(KpiKind kind) {
        return kpis.stream().filter(kpi -> kpi.kind() == kind).findFirst();
    }

    /** How many figures are not as the standard demands. */
    public int beyond() {
        return (int)
                kpis.stream().filter(kpi -> kpi.verdict() == Verdict.BEYOND).count();
    }

    /** Everything in one sentence. */
    public String summary() {
        String load = alarms == 0 ? "No alarm" : alarms == 1 ? "1 alarm" : alarms + " alarms";
        int beyond = beyond();
        return load + "; "
                + (beyond == 0
                        ? "every figure is within what the standard asks."
                        : beyond + (beyond == 1 ? " figure is" : " figures are") + " beyond what the standard asks.");
    }
}
