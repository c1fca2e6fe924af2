package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * Conditions that hold for more than 24 hours (ISA-18.2, IEC 62682: fewer than five on any day). Of each local day those count that
 * were stale at any moment of it that lies in the span.
 *
 * @param most on the worst day
 * @param worst that day; the first of them where several are alike
 * @param atEnd how many stood at the end of the span
 */
record Stale(int most, LocalDate worst, int atEnd) {
    static Stale of(List<AlarmFact> facts, TimeSpan span, Instant now, ZoneId zone) {
        List<TimeSpan> stale = facts.stream()
                .filter(fact -> isStale(fact, now))
                .map(fact -> staleSpan(fact, now))
                .toList();
        LocalDate first = span.start().atZone(zone).toLocalDate();
        int most = 0;
        LocalDate worst = first;
        Instant from = span.start();
        for (LocalDate day = first; from.isBefore(span.end()); day = day.plusDays(1)) {
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            TimeSpan part = new TimeSpan(from, midnight.isBefore(span.end()) ? midnight : span.end());
            int count = (int) stale.stream().filter(part::overlaps).count();
            if (count > most) {
                most = count;
                worst = day;
            }
            from = midnight;
        }
        int atEnd = (int) stale.stream()
                .filter(one -> one.start().isBefore(span.end()) && !one.end().isBefore(span.end()))
                .count();
        return new Stale(most, worst, atEnd);
    }

    /** Those that were stale at some moment of a span, the longest first. */
    static List<AlarmFact> ones(List<AlarmFact> facts, TimeSpan span, Instant now) {
        return facts.stream()
                .filter(fact -> isStale(fact, now) && staleSpan(fact, now).overlaps(span))
                .sorted(Comparator.comparing((AlarmFact fact) -> fact.lasted(now))
                        .reversed())
                .toList();
    }

    private static boolean isStale(AlarmFact fact, Instant now) {
        return fact.lasted(now).compareTo(Standard.STALE_AFTER) > 0;
    }

    private static TimeSpan staleSpan(AlarmFact fact, Instant now) {
        return new TimeSpan(fact.openedAt().plus(Standard.STALE_AFTER), fact.end(now));
    }
}
