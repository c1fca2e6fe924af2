package dev.watchkeeper.engine.report;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An axis of time in UTC with at most nine ticks at round moments. */
final class TimeAxis {
    private static final int MOST_TICKS = 9;
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(14));
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 1_200};

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final long from;
    private final double length;

    /** A tick: where it stands, and what it says. */
    record Tick(double place, String label) {}

    TimeAxis(TimeSpan span) {
        from = span.start().toEpochMilli();
        length = Math.max(1, span.length().toMillis());
    }

    /** Where a moment lies, from 0 at the beginning to 1 at the end; clipped to these. */
    double place(long timeMillis) {
        return Math.max(0, Math.min(1, (timeMillis - from) / length));
    }

    List<Tick> ticks() {
        for (Duration step : STEPS) {
            if (length / step.toMillis() <= MOST_TICKS) {
                return every(step);
            }
        }
        for (int months : MONTHS) {
            if (length / (months * Duration.ofDays(30).toMillis()) <= MOST_TICKS) {
                return everyMonths(months);
            }
        }
        return List.of();
    }

    private List<Tick> every(Duration step) {
        List<Tick> ticks = new ArrayList<>();
        long millis = step.toMillis();
        for (long time = Math.floorDiv(from + millis - 1, millis) * millis; time <= from + length; time += millis) {
            ZonedDateTime moment = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC);
            boolean midnight = moment.truncatedTo(ChronoUnit.DAYS).equals(moment);
            DateTimeFormatter format = midnight ? DAYS : step.compareTo(Duration.ofMinutes(1)) < 0 ? SECONDS : MINUTES;
            ticks.add(new Tick(place(time), format.format(moment)));
        }
        return ticks;
    }

    private List<Tick> everyMonths(int months) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime start = Instant.ofEpochMilli(from).atZone(ZoneOffset.UTC);
        ZonedDateTime year = start.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        for (long n = 0; ticks.size() <= MOST_TICKS; n++) {
            ZonedDateTime moment = year.plusMonths(n * months);
            long time = moment.toInstant().toEpochMilli();
            if (time > from + length) {
                break;
            }
            if (time >= from) {
                ticks.add(new Tick(place(time), MONTH.format(moment)));
            }
        }
        return ticks;
    }
}
