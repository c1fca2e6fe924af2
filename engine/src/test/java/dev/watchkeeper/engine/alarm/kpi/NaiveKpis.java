package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures by their definitions alone: every alarm is held against every interval, day and other alarm. */
final class NaiveKpis {
    private final List<AlarmFact> known;
    private final TimeSpan span;
    private final Instant now;
    private final ZoneId zone;

    NaiveKpis(List<AlarmFact> facts, TimeSpan span, Instant now, ZoneId zone) {
        known = facts.stream().filter(fact -> fact.openedAt().isBefore(now)).toList();
        this.span = span;
        this.now = now;
        this.zone = zone;
    }

    int alarms() {
        return count(span.start(), span.end());
    }

    List<Integer> load(Duration step) {
        List<Integer> counts = new ArrayList<>();
        for (Instant from = span.start(); from.isBefore(span.end()); from = from.plus(step)) {
            counts.add(count(from, from.plus(step)));
        }
        return counts;
    }

    double busyHours() {
        List<Integer> hours = load(Duration.ofHours(1));
        return (double) hours.stream().filter(hour -> hour > 30).count() / hours.size();
    }

    int chatteringSources() {
        return (int) inSpan().stream()
                .filter(this::chatters)
                .map(AlarmFact::source)
                .distinct()
                .count();
    }

    int fleeting() {
        return (int) inSpan().stream().filter(this::fleets).count();
    }

    double mostFrequent() {
        Map<AlarmSource, Integer> counts = new HashMap<>();
        inSpan().forEach(fact -> counts.merge(fact.source(), 1, Integer::sum));
        int sum = counts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .mapToInt(Integer::intValue)
                .sum();
        return (double) sum / inSpan().size();
    }

    /** Of every minute which alarms are stale, gathered by its local day. Openings and ends lie on whole seconds. */
    int stale() {
        Map<LocalDate, Set<AlarmFact>> days = new HashMap<>();
        for (AlarmFact fact : known) {
            Instant end =
                    fact.closedAtOrNull() == null || fact.closedAtOrNull().isAfter(now) ? now : fact.closedAtOrNull();
            for (Instant moment = fact.openedAt().plus(Duration.ofHours(24));
                    moment.isBefore(end);
                    moment = moment.plusSeconds(1)) {
                if (span.contains(moment)) {
                    days.computeIfAbsent(moment.atZone(zone).toLocalDate(), day -> new HashSet<>())
                            .add(fact);
                }
            }
        }
        return days.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    private boolean fleets(AlarmFact fact) {
        Instant closed = fact.closedAtOrNull();
        Instant noticed = fact.acknowledgedAtOrNull();
        return closed != null
                && !closed.isAfter(now)
                && closed.isBefore(fact.openedAt().plusSeconds(60))
                && (noticed == null || !noticed.isBefore(closed))
                && !chatters(fact);
    }

    /** Whether some minute that holds the alarm holds at least three of its source. */
    private boolean chatters(AlarmFact fact) {
        for (int before = 0; before < 60; before++) {
            Instant from = fact.openedAt().minusSeconds(before);
            long own = known.stream()
                    .filter(other -> other.source().equals(fact.source()))
                    .filter(other -> new TimeSpan(from, from.plusSeconds(60)).contains(other.openedAt()))
                    .count();
            if (own >= 3) {
                return true;
            }
        }
        return false;
    }

    private int count(Instant from, Instant to) {
        return (int) inSpan().stream()
                .filter(fact -> new TimeSpan(from, to).contains(fact.openedAt()))
                .count();
    }

    private List<AlarmFact> inSpan() {
        return known.stream().filter(fact -> span.contains(fact.openedAt())).toList();
    }
}
