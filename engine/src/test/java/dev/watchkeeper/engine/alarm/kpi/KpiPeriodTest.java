package dev.watchkeeper.engine.alarm.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class KpiPeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    /** A Tuesday, 03:12 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-03-17T02:12:40Z");

    @Test
    void theNewestDayEndsNowAndBeginsOnAFullLocalHour() {
        assertThat(KpiPeriod.DAY.back(0, NOW, BERLIN)).isEqualTo(span("2026-03-16T02:00:00Z", "2026-03-17T02:12:40Z"));
        assertThat(KpiPeriod.DAY.back(0, NOW, KATHMANDU).start()).isEqualTo("2026-03-16T01:15:00Z");
    }

    @Test
    void theNewestWeekAndMonthBeginAtLocalMidnight() {
        assertThat(KpiPeriod.WEEK.back(0, NOW, BERLIN).start()).isEqualTo("2026-03-09T23:00:00Z");
        assertThat(KpiPeriod.MONTH.back(0, NOW, BERLIN).start()).isEqualTo("2026-02-16T23:00:00Z");
    }

    @Test
    void earlierOnesAreWholeCalendarPeriodsFromLocalMidnightToLocalMidnight() {
        assertThat(KpiPeriod.DAY.back(1, NOW, BERLIN)).isEqualTo(span("2026-03-15T23:00:00Z", "2026-03-16T23:00:00Z"));
        assertThat(KpiPeriod.WEEK.back(1, NOW, BERLIN)).isEqualTo(span("2026-03-08T23:00:00Z", "2026-03-15T23:00:00Z"));
        assertThat(KpiPeriod.MONTH.back(1, NOW, BERLIN))
                .isEqualTo(span("2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z"));
        assertThat(KpiPeriod.MONTH.back(3, NOW, BERLIN))
                .isEqualTo(span("2025-11-30T23:00:00Z", "2025-12-31T23:00:00Z"));
    }

    @Test
    void periodsFollowEachOtherWithoutGap() {
        for (KpiPeriod period : KpiPeriod.values()) {
            for (int back = 1; back < 20; back++) {
                assertThat(period.back(back + 1, NOW, BERLIN).end())
                        .isEqualTo(period.back(back, NOW, BERLIN).start());
            }
        }
    }

    @Test
    void theDayTheClocksGoForwardHasTwentyThreeHoursAndTheDayTheyGoBackTwentyFive() {
        Instant march = Instant.parse("2026-03-30T10:00:00Z");
        Instant october = Instant.parse("2026-10-26T10:00:00Z");

        assertThat(KpiPeriod.DAY.back(1, march, BERLIN).length()).isEqualTo(Duration.ofHours(23));
        assertThat(KpiPeriod.DAY.back(1, october, BERLIN).length()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void theFutureHasNoFigures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KpiPeriod.DAY.back(-1, NOW, BERLIN))
                .withMessageContaining("-1");
    }

    private static TimeSpan span(String start, String end) {
        return new TimeSpan(Instant.parse(start), Instant.parse(end));
    }
}
