package dev.watchkeeper.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.signal.ValueRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceWatchTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId PRESSURE = new SensorId(PUMP, "pressure");
    private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

    private final LiveReadings live = new LiveReadings();
    private PipelineStatus status = pipeline(PipelineStatus.State.RUNNING);
    private @Nullable Duration missingAfter;
    private final DeviceWatch watch =
            new DeviceWatch(new Plant(), live, sensor -> Optional.ofNullable(missingAfter), () -> status);
    private Instant now = START;

    @Test
    void aSensorThatSendsIsGood() {
        read(30, Duration.ZERO);

        assertThat(watch.notGood()).isEmpty();
    }

    @Test
    void aSilentSensorHasFailedSinceItsLastReadingAndIsGoodAgainWithTheNext() {
        read(30, Duration.ZERO);
        Instant last = now;

        pass(20);
        assertThat(watch.notGood()).singleElement().satisfies(device -> {
            assertThat(device.state()).isEqualTo(DeviceState.FAILURE);
            assertThat(device.since()).isEqualTo(last);
            assertThat(device.why()).contains("Nothing has arrived from Pressure");
        });

        read(1, Duration.ZERO);
        assertThat(watch.notGood()).isEmpty();
    }

    @Test
    void aRuleOfMissingDataSaysAfterHowLongASensorIsSilent() {
        missingAfter = Duration.ofSeconds(3);
        read(30, Duration.ZERO);

        pass(4);
        assertThat(watch.notGood()).extracting(DeviceStatus::state).containsExactly(DeviceState.FAILURE);

        missingAfter = Duration.ofMinutes(5);
        pass(60);
        assertThat(watch.notGood()).isEmpty();
    }

    @Test
    void whatIsSilentWhileThePipelineIsInTroubleIsNotTheDevicesFault() {
        read(30, Duration.ZERO);
        status = pipeline(PipelineStatus.State.RESTARTING);

        pass(20);

        assertThat(watch.notGood()).singleElement().satisfies(device -> {
            assertThat(device.state()).isEqualTo(DeviceState.FUNCTION_CHECK);
            assertThat(device.why()).contains("cannot be told").contains("the job restarts");
        });
    }

    @Test
    void aValueBeyondWhatTheInstrumentCanMeasureIsOutOfSpecificationSinceItIsSo() {
        read(30, Duration.ZERO);

        add(-3, Duration.ZERO);
        Instant began = now;
        add(-4, Duration.ZERO);

        assertThat(watch.notGood()).singleElement().satisfies(device -> {
            assertThat(device.state()).isEqualTo(DeviceState.OUT_OF_SPECIFICATION);
            assertThat(device.since()).isEqualTo(began);
            assertThat(device.why()).contains("reads -4.0").contains("0.0 to 10.0");
        });
    }

    @Test
    void lateReadingsAreOutOfSpecificationButARecordingThatIsPlayedIsNot() {
        read(30, Duration.ofSeconds(50));
        assertThat(watch.notGood()).extracting(DeviceStatus::state).containsExactly(DeviceState.OUT_OF_SPECIFICATION);

        LiveReadings replayed = new LiveReadings();
        DeviceWatch other = new DeviceWatch(new Plant(), replayed, sensor -> Optional.empty(), () -> status);
        replayed.add(List.of(Reading.good(PRESSURE, now.minus(Duration.ofDays(700)), 5)), now);
        other.tick(now);
        assertThat(other.notGood()).isEmpty();
    }

    @Test
    void aValueThatNeverMovesAsksForMaintenanceSinceItStandsStill() {
        add(4, Duration.ZERO);
        Instant first = now.plusSeconds(1);
        for (int i = 0; i < 120; i++) {
            add(5, Duration.ZERO);
        }

        assertThat(watch.notGood()).singleElement().satisfies(device -> {
            assertThat(device.state()).isEqualTo(DeviceState.MAINTENANCE_REQUIRED);
            assertThat(device.since()).isEqualTo(first);
        });
    }

    private void read(int seconds, Duration late) {
        for (int i = 0; i < seconds; i++) {
            add(5 + i % 3, late);
        }
    }

    private void add(double value, Duration late) {
        now = now.plusSeconds(1);
        live.add(List.of(Reading.good(PRESSURE, now.minus(late), value)), now);
        watch.tick(now);
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
        watch.tick(now);
    }

    private static PipelineStatus pipeline(PipelineStatus.State state) {
        return new PipelineStatus(state, "Embedded", "the job restarts", 0, 0, 0, 0, null);
    }

    private record Plant() implements Assets {
        private static final Asset ASSET = new Asset(
                PUMP,
                "Pump",
                "",
                List.of(new Sensor(PRESSURE, "Pressure", new Unit("bar"), null, new ValueRange(0, 10))));

        @Override
        public List<Asset> all() {
            return List.of(ASSET);
        }

        @Override
        public Optional<Asset> find(AssetId id) {
            return Optional.of(ASSET);
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
