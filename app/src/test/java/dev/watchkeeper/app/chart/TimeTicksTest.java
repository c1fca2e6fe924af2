package dev.watchkeeper.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Test
    void minutesStandAtRoundLocalTimes() {
        List<String> labels = labels("2026-03-17T02:01:30Z", Duration.ofMinutes(30), KOLKATA, 6);

        assertThat(labels).containsExactly("07:35", "07:40", "07:45", "07:50", "07:55", "08:00");
    }

    @Test
    void secondsAreToldWhereTheyMatter() {
        List<String> labels = labels("2026-03-17T02:01:30Z", Duration.ofSeconds(30), BERLIN, 3);

        assertThat(labels).containsExactly("03:01:30", "03:01:40", "03:01:50", "03:02:00");
    }

    @Test
    void aNewDayBeginsWithItsDateAndIsMajor() {
        List<TimeTicks.Tick> ticks = ticks("2026-03-16T20:30:00Z", Duration.ofHours(6), BERLIN, 6);

        assertThat(ticks)
                .filteredOn(TimeTicks.Tick::major)
                .singleElement()
                .extracting(TimeTicks.Tick::label)
                .isEqualTo("17 Mar");
    }

    @Test
    void daysBeginAtLocalMidnightThoughTheClocksChange() {
        List<TimeTicks.Tick> ticks = ticks("2026-03-27T12:00:00Z", Duration.ofDays(4), BERLIN, 5);

        assertThat(ticks).extracting(TimeTicks.Tick::label).containsExactly("28 Mar", "29 Mar", "30 Mar", "31 Mar");
        assertThat(ticks)
                .extracting(TimeTicks.Tick::millis)
                .containsExactly(
                        millis("2026-03-27T23:00:00Z"),
                        millis("2026-03-28T23:00:00Z"),
                        millis("2026-03-29T22:00:00Z"),
                        millis("2026-03-30T22:00:00Z"));
    }

    @Test
    void anyLengthGetsAFewMarksAndNeverMany() {
        for (long seconds = 5; seconds < Duration.ofDays(3_000).toSeconds(); seconds = seconds * 3 / 2 + 1) {
            List<TimeTicks.Tick> ticks = ticks("2020-03-27T12:34:56Z", Duration.ofSeconds(seconds), BERLIN, 8);

            assertThat(ticks).as("of %d s", seconds).hasSizeBetween(1, 10);
        }
    }

    private static List<String> labels(String start, Duration length, ZoneId zone, int most) {
        return ticks(start, length, zone, most).stream()
                .map(TimeTicks.Tick::label)
                .toList();
    }

    private static List<TimeTicks.Tick> ticks(String start, Duration length, ZoneId zone, int most) {
        long from = millis(start);
        return TimeTicks.of(new Viewport(from, from + length.toMillis(), false), zone, most);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
