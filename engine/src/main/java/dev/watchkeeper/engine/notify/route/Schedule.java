package dev.watchkeeper.engine.notify.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hours of the day on days of the week, by the clock on the wall of a zone. Where {@code until} is not after
 * {@code from} the hours reach into the next day and belong to the day on which they begin; where both are the same they
 * are a whole day.
 *
 * <p>Each day's hours are one span without a hole. When clocks go forward, a bound in the hour that is left out is the
 * moment of the change. When they go back, the hours begin at the first and end at the last of the two moments that carry
 * the bound's time, so that nothing between falls out.
 *
 * @param days on which the hours begin; empty for all seven
 */
public record Schedule(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {
    public Schedule {
        days = Set.copyOf(days);
    }

    /** At any time. */
    public static Schedule always(ZoneId zone) {
        return new Schedule(Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
    }

    public boolean contains(Instant moment) {
        return endOfSpanAt(moment).isPresent();
    }

    /** When the span of hours ends that contains a moment; empty when none does. Later spans that follow at once do not count. */
    public Optional<Instant> endOfSpanAt(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        // Of the hours that began yesterday, the end may lie in today.
        for (LocalDate day : List.of(today, today.minusDays(1))) {
            if ((days.isEmpty() || days.contains(day.getDayOfWeek()))
                    && !moment.isBefore(begin(day))
                    && moment.isBefore(end(day))) {
                return Optional.of(end(day));
            }
        }
        return Optional.empty();
    }

    private Instant begin(LocalDate day) {
        LocalDateTime local = day.atTime(from);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private Instant end(LocalDate day) {
        LocalDateTime local = (until.isAfter(from) ? day : day.plusDays(1)).atTime(until);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
