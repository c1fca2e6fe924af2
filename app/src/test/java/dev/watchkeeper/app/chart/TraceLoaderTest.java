package dev.watchkeeper.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceLoaderTest {
    private static final SensorId VIBRATION = SensorId.of("pump-2", "vibration");

    private final FakePlant plant = new FakePlant();
    private final TraceLoader loader = new TraceLoader(plant.history(), plant.live());

    @Test
    void theNewestMinutesComeFromMemoryAlone() {
        Series series = load(Duration.ofMinutes(5)).values();

        assertThat(series.size()).isGreaterThan(250);
        assertThat(series.timeMillis(series.size() - 1)).isEqualTo(FakePlant.START.toEpochMilli());
        assertThat(plant.history().queries()).isZero();
    }

    @Test
    void olderTimesComeFromHistoryAndJoinWithoutGapOrOverlap() {
        Series series = load(Duration.ofHours(2)).values();

        long longestStep = 0;
        for (int i = 1; i < series.size(); i++) {
            long step = series.timeMillis(i) - series.timeMillis(i - 1);
            assertThat(step).isPositive();
            longestStep = Math.max(longestStep, step);
        }
        assertThat(longestStep).isLessThanOrEqualTo(20_000);
        assertThat(plant.history().queries()).isEqualTo(1);
    }

    @Test
    void aLiveTrendDoesNotAskHistoryAgainForWhatItHasToldAlready() {
        load(Duration.ofHours(12));

        plant.advance(10);
        load(Duration.ofHours(12));

        assertThat(plant.history().queries()).isEqualTo(1);
    }

    private Trace load(Duration length) {
        TimeSpan span = TimeSpan.before(plant.clock().instant(), length);
        return loader.load(List.of(new TraceLoader.Wanted(Sensor.named(VIBRATION), "Pump 2")), span, 500)
                .getFirst();
    }
}
