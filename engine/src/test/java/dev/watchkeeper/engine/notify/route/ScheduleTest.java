package dev.watchkeeper.engine.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In Berlin clocks go forward on 2026-03-29 at 01:00 UTC (02:00 becomes 03:00) and back on 2026-10-25 at 01:00 UTC. */
class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void hoursOfADayIncludeTheirBeginAndNotTheirEnd() {
        Schedule office = new Schedule(Set.of(), LocalTime.of(8, 0), LocalTime.of(17, 0), BERLIN);

        assertThat(office.contains(at("2026-01-15T06:59:59.999Z"))).isFalse();
        assertThat(office.contains(at("2026-01-15T07:00:00Z"))).isTrue();
        assertThat(office.contains(at("2026-01-15T15:59:59Z"))).isTrue();
        assertThat(office.contains(at("2026-01-15T16:00:00Z"))).isFalse();
    }

    @Test
    void hoursFollowTheClockOnTheWallThroughTheYear() {
        Schedule office = new Schedule(Set.of(), LocalTime.of(8, 0), LocalTime.of(17, 0), BERLIN);

        assertThat(office.contains(at("2026-07-15T06:00:00Z"))).isTrue();
        assertThat(office.contains(at("2026-01-15T06:00:00Z"))).isFalse();
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        Schedule fridayNight = new Schedule(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), BERLIN);

        assertThat(fridayNight.contains(at("2026-01-16T22:00:00Z"))).isTrue();
        assertThat(fridayNight.contains(at("2026-01-17T04:59:00Z"))).isTrue();
        assertThat(fridayNight.contains(at("2026-01-17T22:00:00Z"))).isFalse();
        assertThat(fridayNight.contains(at("2026-01-16T03:00:00Z"))).isFalse();
        assertThat(fridayNight.endOfSpanAt(at("2026-01-16T22:00:00Z"))).contains(at("2026-01-17T05:00:00Z"));
    }

    @Test
    void theSameBoundsAreAWholeDay() {
        Schedule saturday = new Schedule(Set.of(DayOfWeek.SATURDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, BERLIN);

        assertThat(saturday.contains(at("2026-01-16T23:00:00Z"))).isTrue();
        assertThat(saturday.contains(at("2026-01-17T22:59:59Z"))).isTrue();
        assertThat(saturday.contains(at("2026-01-17T23:00:00Z"))).isFalse();
        assertThat(Schedule.always(BERLIN).contains(at("2026-03-29T01:00:00Z"))).isTrue();
    }

    @Test
    void aNightInWhichClocksGoForwardIsAnHourShorter() {
        Schedule night = new Schedule(Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0), BERLIN);

        assertThat(night.endOfSpanAt(at("2026-03-28T21:00:00Z"))).contains(at("2026-03-29T04:00:00Z"));
        assertThat(night.contains(at("2026-03-29T01:00:00Z"))).isTrue();
        assertThat(night.contains(at("2026-03-29T04:00:00Z"))).isFalse();
    }

    @Test
    void aBoundInTheHourThatIsLeftOutIsTheMomentOfTheChange() {
        Schedule until = new Schedule(Set.of(), LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN);
        Schedule from = new Schedule(Set.of(), LocalTime.of(2, 30), LocalTime.of(6, 0), BERLIN);
        Schedule within = new Schedule(Set.of(), LocalTime.of(2, 10), LocalTime.of(2, 40), BERLIN);

        assertThat(until.endOfSpanAt(at("2026-03-29T00:30:00Z"))).contains(at("2026-03-29T01:00:00Z"));
        assertThat(from.contains(at("2026-03-29T01:00:00Z"))).isTrue();
        assertThat(from.contains(at("2026-03-29T00:59:59Z"))).isFalse();
        assertThat(within.contains(at("2026-03-29T01:00:00Z"))).isFalse();
    }

    @Test
    void anHourThatComesTwiceIsInOnceAndWhole() {
        Schedule until = new Schedule(Set.of(), LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN);
        Schedule from = new Schedule(Set.of(), LocalTime.of(2, 30), LocalTime.of(6, 0), BERLIN);

        assertThat(until.endOfSpanAt(at("2026-10-25T00:45:00Z"))).contains(at("2026-10-25T01:30:00Z"));
        assertThat(until.contains(at("2026-10-25T01:29:00Z"))).isTrue();
        assertThat(until.contains(at("2026-10-25T01:30:00Z"))).isFalse();
        assertThat(from.contains(at("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(from.contains(at("2026-10-25T01:10:00Z"))).isTrue();
        assertThat(from.contains(at("2026-10-25T05:00:00Z"))).isFalse();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
