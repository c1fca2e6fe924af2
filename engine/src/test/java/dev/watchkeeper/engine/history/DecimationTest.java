package dev.watchkeeper.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static final SensorId SENSOR = SensorId.of("P-101", "pressure");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final TimeSpan TEN_SECONDS = new TimeSpan(START, START.plusSeconds(10));

    @Test
    void aColumnHoldsLowestHighestFirstAndLast() {
        List<Reading> readings = List.of(at(1_000, 5), at(1_200, 9), at(1_400, -2), at(1_900, 3), at(7_000, 1));

        Series series = Decimation.of(readings, TEN_SECONDS, 10);

        assertThat(series.size()).isEqualTo(2);
        assertThat(column(series, 0)).isEqualTo("1000: -2.0..9.0 5.0→3.0 of 4");
        assertThat(column(series, 1)).isEqualTo("7000: 1.0..1.0 1.0→1.0 of 1");
    }

    @Test
    void readingsOutsideTheSpanAreLeftOut() {
        List<Reading> readings = List.of(at(-1, 1), at(0, 2), at(9_999, 3), at(10_000, 4));

        Series series = Decimation.of(readings, TEN_SECONDS, 1);

        assertThat(column(series, 0)).isEqualTo("0: 2.0..3.0 2.0→3.0 of 2");
    }

    @Test
    void noPeakIsLostAndEveryReadingIsCountedHoweverManyColumnsThereAre() {
        Random random = new Random(11);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            readings.add(at(i, random.nextGaussian()));
        }
        double highest = readings.stream().mapToDouble(Reading::value).max().orElseThrow();

        for (int columns : new int[] {1, 7, 999, 10_000, 32_768}) {
            Series series = Decimation.of(readings, TEN_SECONDS, columns);

            double high = Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int i = 0; i < series.size(); i++) {
                high = Math.max(high, series.high(i));
                count += series.count(i);
            }
            assertThat(high).isEqualTo(highest);
            assertThat(count).isEqualTo(readings.size());
        }
    }

    @Test
    void liveReadingsFollowOnHistory() {
        Series history = Decimation.of(List.of(at(1_000, 5), at(2_000, 6)), TEN_SECONDS, 10);

        Series merged = Decimation.merge(history, List.of(at(3_000, 7)), TEN_SECONDS, 10);

        assertThat(merged.size()).isEqualTo(3);
        assertThat(merged.timeMillis(2)).isEqualTo(START.plusSeconds(3).toEpochMilli());
    }

    @Test
    void readingsThatHistoryHasAlreadyChangeNothing() {
        List<Reading> all = List.of(at(1_100, 5), at(1_500, 8), at(1_900, 2), at(2_000, 4));
        Series history = Decimation.of(all, TEN_SECONDS, 10);

        Series merged = Decimation.merge(history, all.subList(2, 4), TEN_SECONDS, 10);

        assertThat(column(merged, 0)).isEqualTo(column(history, 0));
        assertThat(column(merged, 1)).isEqualTo(column(history, 1));
    }

    @Test
    void anEmptySpanHasNoColumns() {
        assertThat(Decimation.of(List.of(at(0, 1)), new TimeSpan(START, START), 5)
                        .size())
                .isZero();
    }

    @Test
    void aSpanWithoutEndsIsSeenAsFarAsHistoryGoes() {
        Series series = Decimation.of(List.of(at(0, 1)), new TimeSpan(Instant.MIN, Instant.MAX), 1_000);

        assertThat(series.size()).isEqualTo(1);
    }

    @Test
    void columnsThatAreNoneOrTooManyAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimation.of(List.of(), TEN_SECONDS, 0))
                .withMessageContaining(": 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimation.of(List.of(), TEN_SECONDS, 40_000))
                .withMessageContaining("40000");
    }

    private static Reading at(long millis, double value) {
        return Reading.good(SENSOR, START.plus(Duration.ofMillis(millis)), value);
    }

    private static String column(Series series, int i) {
        return (series.timeMillis(i) - START.toEpochMilli()) + ": " + series.low(i) + ".." + series.high(i) + " "
                + series.first(i) + "→" + series.last(i) + " of " + series.count(i);
    }
}
