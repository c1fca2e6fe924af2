package dev.watchkeeper.engine.alarm.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.alarm.AlarmDefinitions;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.MemoryAlarmBook;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.detect.rule.RuleWatch;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Running;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.testing.TestClock;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantDesignTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId CURRENT = new SensorId(PUMP, "motor-current");
    private static final Running RUNNING = new Running(CURRENT, 3, Duration.ofSeconds(10));
    private static final Asset ASSET = new Asset(
            PUMP, "Lift pump 1", "", List.of(new Sensor(CURRENT, "Motor current", new Unit("A"), null)), RUNNING);
    /** A Sunday. */
    private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock(START);
    private final LiveReadings live = new LiveReadings();
    private Store store;
    private KnownAssets assets;
    private MaintenanceDesk maintenance;
    private PlantDesign design;

    @BeforeEach
    void open() {
        store = Store.open(directory);
        assets = new KnownAssets(store.assets());
        assets.save(ASSET);
        maintenance = new MaintenanceDesk(store.settings(), assets, clock);
        design = new PlantDesign(assets, live, maintenance);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anAssetIsStoppedOnceItsSensorHasBeenLowForLongEnoughAndRunsAgainAtOnce() {
        read(30, 20);
        assertThat(suppressed()).isNull();

        read(5, 0.1);
        assertThat(suppressed()).isNull();

        read(10, 0.1);
        assertThat(suppressed()).isEqualTo("Lift pump 1 is stopped: Motor current is below 3.0 A.");

        read(1, 19);
        assertThat(suppressed()).isNull();
    }

    @Test
    void anAssetWhoseSensorIsSilentCountsAsRunning() {
        read(40, 0.1);
        assertThat(suppressed()).isNotNull();

        clock.advance(Duration.ofMinutes(1));

        assertThat(suppressed()).isNull();
    }

    @Test
    void howItCanBeToldWhetherAnAssetRunsSurvivesARestart() {
        assertThat(new KnownAssets(store.assets()).find(PUMP)).contains(ASSET);
    }

    @Test
    void aWindowOfOnceIsOpenFromItsStartToItsEndAndIsThenForgotten() {
        maintenance.add(once("w1", START.plusSeconds(60), START.plusSeconds(120)));
        assertThat(suppressed()).isNull();

        clock.advance(Duration.ofSeconds(60));
        assertThat(suppressed()).isEqualTo("Maintenance window of ada: new bearing");
        assertThat(new MaintenanceDesk(store.settings(), assets, clock).all()).hasSize(1);

        clock.advance(Duration.ofSeconds(60));
        assertThat(suppressed()).isNull();
        assertThat(maintenance.all()).isEmpty();
    }

    @Test
    void aWeeklyWindowIsOpenAtItsLocalTimeAlsoOverMidnightAndTheChangeOfTheClocks() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        MaintenanceWindow window = new MaintenanceWindow(
                "w1",
                PUMP,
                null,
                new MaintenanceWindow.Weekly(DayOfWeek.SATURDAY, LocalTime.of(22, 0), Duration.ofHours(4), berlin),
                "cleaning",
                "ada");

        assertThat(window.isOpen(Instant.parse("2026-03-07T20:59:59Z"))).isFalse();
        assertThat(window.isOpen(Instant.parse("2026-03-07T21:00:00Z"))).isTrue();
        assertThat(window.isOpen(Instant.parse("2026-03-08T00:59:59Z"))).isTrue();
        assertThat(window.isOpen(Instant.parse("2026-03-08T01:00:00Z"))).isFalse();
        assertThat(window.isOpen(Instant.parse("2026-04-04T20:00:00Z"))).isTrue();
        assertThat(window.isOver(Instant.parse("2036-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void aWindowThatCannotBeMeantIsRefusedWithWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maintenance.add(once("w1", START.minusSeconds(60), START)))
                .withMessageContaining("over already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maintenance.add(new MaintenanceWindow(
                        "w1",
                        new AssetId("nowhere"),
                        new MaintenanceWindow.Once(START, START.plusSeconds(60)),
                        null,
                        "x",
                        "ada")))
                .withMessageContaining("There is no asset nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> once("w1", START, START))
                .withMessageContaining("not after its start");
        assertThat(maintenance.all()).isEmpty();
    }

    @Test
    void alarmsOfAStoppedAssetAreNotShownUntilItRunsAgain() {
        AlarmDesk desk = new AlarmDesk(
                new MemoryAlarmBook(), assets, AlarmPolicy.STANDARD, AlarmDefinitions.NONE, design, clock);
        read(30, 20);
        read(15, 0.1);
        desk.tick();
        desk.accept(new RuleWatch(new Condition.Limit(CURRENT, Level.LOW, 5, 0, Delays.NONE))
                .judge(clock.instant().toEpochMilli(), 0.1));

        assertThat(desk.current()).isEmpty();
        assertThat(desk.suppressed())
                .singleElement()
                .satisfies(alarm ->
                        assertThat(alarm.handling().suppressions().get(0).why()).contains("Lift pump 1 is stopped"));

        read(1, 19);
        desk.tick();

        assertThat(desk.current())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.suppressed()).isFalse());
        assertThat(desk.suppressed()).isEmpty();
    }

    private @Nullable String suppressed() {
        return design.suppressed(clock.instant()).get(AlarmSource.all(PUMP));
    }

    private static MaintenanceWindow once(String id, Instant start, Instant end) {
        return new MaintenanceWindow(id, PUMP, new MaintenanceWindow.Once(start, end), null, "new bearing", "ada");
    }

    private void read(int seconds, double value) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            live.add(List.of(Reading.good(CURRENT, clock.instant(), value)), clock.instant());
        }
    }
}
