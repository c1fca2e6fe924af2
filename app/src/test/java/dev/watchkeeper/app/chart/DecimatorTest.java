package dev.watchkeeper.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimatorTest {
    private static final SensorId SENSOR = SensorId.of("pump", "flow");

    @Test
    void aColumnKeepsLowestHighestFirstAndLast() {
        Series series = Decimator.columns(readings(0, 3, 9, 1, 4), new Buckets(0, 1_000, 1));

        assertThat(series.size()).isEqualTo(1);
        assertThat(series.low(0)).isZero();
        assertThat(series.high(0)).isEqualTo(9);
        assertThat(series.first(0)).isZero();
        assertThat(series.last(0)).isEqualTo(4);
        assertThat(series.count(0)).isEqualTo(5);
    }

    @Test
    void noSpikeIsLostAmongManyReadings() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            readings.add(Reading.good(SENSOR, Instant.ofEpochMilli(i), i == 7_777 ? 99 : 1));
        }

        Series series = Decimator.columns(readings, new Buckets(0, 100, 100));

        assertThat(series.size()).isEqualTo(100);
        assertThat(series.high(77)).isEqualTo(99);
    }

    @Test
    void readingsOutsideTheColumnsAreLeftOut() {
        Series series = Decimator.columns(readings(1, 2, 3, 4), new Buckets(100, 100, 2));

        assertThat(series.size()).isEqualTo(2);
        assertThat(series.timeMillis(0)).isEqualTo(100);
        assertThat(series.last(1)).isEqualTo(3);
    }

    @Test
    void columnsStandStillOnTheAxisWhileTheSpanMoves() {
        Buckets first = Buckets.covering(span(10_007, 70_007), 100);
        Buckets moved = Buckets.covering(span(10_307, 70_307), 100);

        assertThat(moved.lengthMillis()).isEqualTo(first.lengthMillis()).isEqualTo(1_000);
        assertThat(first.startMillis()).isEqualTo(10_000);
        assertThat(moved.startMillis()).isEqualTo(10_000);
        assertThat(first.endMillis()).isGreaterThan(70_007);
    }

    private static TimeSpan span(long start, long end) {
        return new TimeSpan(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
    }

    /** A reading every 100 ms. */
    private static List<Reading> readings(double... values) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            readings.add(Reading.good(SENSOR, Instant.ofEpochMilli(i * 100L), values[i]));
        }
        return readings;
    }
}
