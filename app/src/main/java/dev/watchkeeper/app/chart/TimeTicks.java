package dev.watchkeeper.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where an axis of time is marked: at round moments of local time, days where they begin whatever the clocks do. */
final class TimeTicks {
    /** A mark and what stands at it; {@code major} where a new day begins on an axis of hours. */
    record Tick(long millis, String label, boolean major) {}

    private static final long DAY = 86_400;
    private static final long[] SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200
    };
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60};
    private static final long LONGEST_MONTH = 31 * DAY;

    private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final ZonedDateTime start;
    private final ZonedDateTime end;
    private final List<Tick> ticks = new ArrayList<>();

    private TimeTicks(Viewport viewport, ZoneId zone) {
        start = Instant.ofEpochMilli(viewport.startMillis()).atZone(zone);
        end = Instant.ofEpochMilli(viewport.endMillis()).atZone(zone);
    }

    /** The marks inside a viewport, about {@code most} at most. */
    static List<Tick> of(Viewport viewport, ZoneId zone, int most) {
        TimeTicks ticks = new TimeTicks(viewport, zone);
        double leastSeconds = viewport.lengthMillis() / 1_000.0 / Math.max(1, most);
        ticks.fill(leastSeconds);
        return List.copyOf(ticks.ticks);
    }

    private void fill(double leastSeconds) {
        for (long step : SECONDS) {
            if (step >= leastSeconds) {
                everySeconds(step);
                return;
            }
        }
        for (int days : DAYS) {
            if (days * DAY >= leastSeconds) {
                everyDays(days);
                return;
            }
        }
        for (int months : MONTHS) {
            if (months * LONGEST_MONTH >= leastSeconds) {
                everyMonths(months);
                return;
            }
        }
        everyMonths(MONTHS[MONTHS.length - 1]);
    }

    private void everySeconds(long step) {
        DateTimeFormatter format = step < 60 ? WITH_SECONDS : WITH_MINUTES;
        LocalDate last = end.toLocalDate();
        for (LocalDate day = start.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            ZonedDateTime dayStart = day.atStartOfDay(start.getZone());
            long skipped = Math.max(0, (start.toEpochSecond() - dayStart.toEpochSecond()) / step);
            ZonedDateTime at = dayStart.plusSeconds(skipped * step);
            for (; at.toLocalDate().equals(day) && !at.isAfter(end); at = at.plusSeconds(step)) {
                boolean midnight = at.equals(dayStart);
                add(at, midnight ? DAY_OF_MONTH : format, midnight);
            }
        }
    }

    private void everyDays(int step) {
        LocalDate first = start.toLocalDate();
        LocalDate day = first.minusDays(Math.floorMod(first.toEpochDay(), step));
        for (; !day.isAfter(end.toLocalDate()); day = day.plusDays(step)) {
            add(day.atStartOfDay(start.getZone()), DAY_OF_MONTH, false);
        }
    }

    private void everyMonths(int step) {
        LocalDate first = start.toLocalDate().withDayOfMonth(1);
        int monthsSinceEra = first.getYear() * 12 + first.getMonthValue() - 1;
        LocalDate month = first.minusMonths(Math.floorMod(monthsSinceEra, step));
        for (; !month.isAfter(end.toLocalDate()); month = month.plusMonths(step)) {
            add(month.atStartOfDay(start.getZone()), MONTH, false);
        }
    }

    private void add(ZonedDateTime at, DateTimeFormatter format, boolean major) {
        if (!at.isBefore(start) && !at.isAfter(end)) {
            ticks.add(new Tick(at.toInstant().toEpochMilli(), format.format(at), major));
        }
    }
}
