package dev.watchkeeper.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.signal.ValueRange;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of devices on the database that keeps it. */
class DeviceDeskTest {
    private static final SensorId PRESSURE = SensorId.of("P-101", "pressure");
    private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

    @TempDir
    private Path directory;

    private Store store;
    private LiveReadings live;
    private DeviceDesk desk;
    private PipelineStatus.State pipeline = PipelineStatus.State.RUNNING;
    private Instant now = START;

    @BeforeEach
    void open() {
        store = Store.open(directory);
        live = new LiveReadings();
        desk = new DeviceDesk(
                new DeviceWatch(
                        new Plant(),
                        live,
                        sensor -> Optional.empty(),
                        () -> new PipelineStatus(pipeline, "Embedded", "The job restarts.", 0, 0, 0, 0, null)),
                store.devices());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFailureIsKeptFromItsLastReadingToTheFirstOneThatCame() {
        read(30, 5);
        Instant last = now;
        silent(20);
        assertThat(record()).singleElement().satisfies(episode -> {
            assertThat(episode.status().state()).isEqualTo(DeviceState.FAILURE);
            assertThat(episode.status().since()).isEqualTo(last);
            assertThat(episode.status().why()).contains("Nothing has arrived from Pressure");
            assertThat(episode.status().action()).contains("transmitter");
            assertThat(episode.until()).isEmpty();
        });

        Instant back = now.plusSeconds(1);
        read(20, 5);

        assertThat(record()).singleElement().extracting(DeviceEpisode::until).isEqualTo(Optional.of(back));
    }

    @Test
    void aDeviceThatFlickersMakesOneLineAndNotOneEverySecond() {
        read(30, 5);
        for (int i = 0; i < 30; i++) {
            read(1, -3);
            read(3, 5);
        }
        assertThat(desk.settled()).hasSize(1);
        read(11, 5);

        assertThat(desk.settled()).isEmpty();
        assertThat(record())
                .singleElement()
                .satisfies(episode -> assertThat(Duration.between(
                                episode.status().since(), episode.until().orElseThrow()))
                        .isEqualTo(Duration.ofSeconds(117)));
    }

    @Test
    void oneStateEndsTheOther() {
        read(30, 5);
        read(1, -3);
        silent(20);
        pipeline = PipelineStatus.State.RESTARTING;
        silent(20);

        assertThat(record())
                .extracting(
                        episode -> episode.status().state(),
                        episode -> episode.until().isPresent())
                .containsExactly(
                        tuple(DeviceState.FUNCTION_CHECK, false),
                        tuple(DeviceState.FAILURE, true),
                        tuple(DeviceState.OUT_OF_SPECIFICATION, true));
    }

    @Test
    void whatStoodWhenTheProgramEndedStandsOnAndIsNotWrittenAgain() {
        read(30, 5);
        silent(20);
        List<DeviceStatus> before = desk.settled();

        store.close();
        open();
        silent(3_600);

        assertThat(desk.notGood()).isEqualTo(before);
        assertThat(desk.settled()).isEqualTo(before);
        read(20, 5);
        assertThat(desk.notGood()).isEmpty();
        assertThat(record())
                .singleElement()
                .satisfies(episode -> assertThat(episode.until()).isPresent());
    }

    @Test
    void theRecordOfASpanHasWhatReachesIntoIt() {
        read(30, 5);
        silent(60);
        read(30, 5);
        Instant between = now;
        silent(60);
        Instant end = now.plusSeconds(1);

        assertThat(desk.episodes(new TimeSpan(START, end), 10)).hasSize(2);
        assertThat(desk.episodes(new TimeSpan(START, end), 1))
                .extracting(episode -> episode.status().since())
                .containsExactly(between);
        assertThat(desk.episodes(new TimeSpan(START.plusSeconds(70), START.plusSeconds(71)), 10))
                .hasSize(1);
        assertThat(desk.episodes(new TimeSpan(between.minusSeconds(5), between), 10))
                .isEmpty();
    }

    private List<DeviceEpisode> record() {
        return desk.episodes(new TimeSpan(START.minusSeconds(1), now.plusSeconds(1)), 100);
    }

    private void read(int seconds, double value) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            live.add(List.of(Reading.good(PRESSURE, now, value + i % 3 * 0.1)), now);
            desk.tick(now);
        }
    }

    private void silent(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            desk.tick(now);
        }
    }

    private record Plant() implements Assets {
        private static final Asset ASSET = new Asset(
                PRESSURE.asset(),
                "Pump",
                "",
                List.of(new Sensor(PRESSURE, "Pressure", new Unit("bar"), null, new ValueRange(0, 10))));

        @Override
        public List<Asset> all() {
            return List.of(ASSET);
        }

        @Override
        public Optional<Asset> find(AssetId id) {
            return Optional.of(ASSET).filter(asset -> asset.id().equals(id));
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
