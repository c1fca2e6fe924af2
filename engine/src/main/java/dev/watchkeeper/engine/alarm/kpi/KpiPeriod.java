package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The spans over which figures are told. Days begin at local midnight, weeks on Monday; spans are half-open. */
public enum KpiPeriod {
    DAY("Day"),
    WEEK("Week"),
    MONTH("Month");

    private final String label;

    KpiPeriod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * The newest period, or a whole one before it.
     *
     * @param periods 0 for the newest: a day, week or month that ends now, with a little more at its beginning so that it starts on a
     *     full hour (of a day) or at midnight; n for the n-th whole calendar day, week or month before the present one
     * @throws IllegalArgumentException when {@code periods} is negative
     */
    public TimeSpan back(int periods, Instant now, ZoneId zone) {
        if (periods < 0) {
            throw new IllegalArgumentException("there are no figures of the future: " + periods + " periods back");
        }
        ZonedDateTime local = now.atZone(zone);
        if (periods == 0) {
            ZonedDateTime start = minus(local, 1);
            ZonedDateTime full = this == DAY
                    ? start.truncatedTo(ChronoUnit.HOURS)
                    : start.toLocalDate().atStartOfDay(zone);
            return new TimeSpan(full.toInstant(), now);
        }
        LocalDate present = first(local.toLocalDate());
        ZonedDateTime start = minus(present.atStartOfDay(zone), periods);
        ZonedDateTime end = minus(present.atStartOfDay(zone), periods - 1);
        return new TimeSpan(
                start.toLocalDate().atStartOfDay(zone).toInstant(),
                end.toLocalDate().atStartOfDay(zone).toInstant());
    }

    private ZonedDateTime minus(ZonedDateTime moment, int periods) {
        return switch (this) {
            case DAY -> moment.minusDays(periods);
            case WEEK -> moment.minusWeeks(periods);
            case MONTH -> moment.minusMonths(periods);
        };
    }

    private LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
