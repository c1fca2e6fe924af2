package dev.watchkeeper.engine.alarm.design;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an asset is worked on, so that its alarms are suppressed by design: once, or every week. Exactly one of
 * {@code once} and {@code weekly} is there.
 *
 * @param id names the window; given by whoever makes it
 * @param reason why, for the journal
 * @param by who laid it down
 */
public record MaintenanceWindow(
        String id,
        AssetId asset,
        @Nullable Once onceOrNull,
        @Nullable Weekly weeklyOrNull,
        String reason,
        String by) {
    /** The longest single window, */
    public static final Duration LONGEST_ONCE = Duration.ofDays(90);
    /** and the longest of those that come every week. */
    public static final Duration LONGEST_WEEKLY = Duration.ofDays(6);

    /** From one moment to another; the end does not belong to it. */
    public record Once(Instant start, Instant end) {
        /** @throws IllegalArgumentException when it does not end after its start, or only after 90 days */
        public Once {
            Duration length = Duration.between(start, end);
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException(
                        "a maintenance window ends " + end + ", which is not after its start " + start);
            }
            if (length.compareTo(LONGEST_ONCE) > 0) {
                throw new IllegalArgumentException("a maintenance window of " + length.toDays()
                        + " days is longer than 90 days; take the asset out of service instead");
            }
        }
    }

    /**
     * Every week from a day and local time on.
     *
     * @param zone whose local time counts; when clocks are changed, the length stays
     */
    public record Weekly(DayOfWeek day, LocalTime start, Duration length, ZoneId zone) {
        /** @throws IllegalArgumentException when the length is not between a minute and six days */
        public Weekly {
            if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(LONGEST_WEEKLY) > 0) {
                throw new IllegalArgumentException(
                        "a weekly maintenance window lasts between a minute and six days, not " + length);
            }
        }

        boolean isOpen(Instant now) {
            LocalDate today = now.atZone(zone).toLocalDate();
            LocalDate last = today.with(TemporalAdjusters.previousOrSame(day));
            return covers(last, now) || covers(last.minusWeeks(1), now);
        }

        private boolean covers(LocalDate date, Instant now) {
            Instant begun = ZonedDateTime.of(date, start, zone).toInstant();
            return !now.isBefore(begun) && now.isBefore(begun.plus(length));
        }
    }

    /** @throws IllegalArgumentException when a name, reason or user is missing, or it is not either once or weekly */
    public MaintenanceWindow {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a maintenance window of " + asset + " has no id");
        }
        if ((onceOrNull == null) == (weeklyOrNull == null)) {
            throw new IllegalArgumentException("a maintenance window of " + asset + " is either once or weekly");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a maintenance window of " + asset + " gives no reason");
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException("a maintenance window of " + asset + " names no user");
        }
    }

    public boolean isOpen(Instant now) {
        Once once = onceOrNull;
        if (once != null) {
            return !now.isBefore(once.start()) && now.isBefore(once.end());
        }
        Weekly weekly = weeklyOrNull;
        return weekly != null && weekly.isOpen(now);
    }

    /** Whether it will never be open again. */
    public boolean isOver(Instant now) {
        Once once = onceOrNull;
        return once != null && !now.isBefore(once.end());
    }
}
