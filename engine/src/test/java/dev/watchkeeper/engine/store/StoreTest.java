package dev.watchkeeper.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.intake.RecordHead;
import dev.watchkeeper.engine.intake.RejectBook;
import dev.watchkeeper.engine.intake.RejectedRecord;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anAssetComesBackAsItWasDescribedAfterTheStoreWasClosed() {
        Asset pump = pump();
        store.assets().save(pump);

        reopen();

        assertThat(store.assets().all()).containsExactly(pump);
    }

    @Test
    void anAssetIsReplacedWithItsSensors() {
        store.assets().save(pump());
        Asset renamed =
                new Asset(new AssetId("P-101"), "Booster", "", List.of(Sensor.named(SensorId.of("P-101", "speed"))));

        store.assets().save(renamed);

        assertThat(store.assets().all()).containsExactly(renamed);
    }

    @Test
    void aRemovedAssetIsGone() {
        store.assets().save(pump());

        store.assets().remove(new AssetId("P-101"));
        store.assets().remove(new AssetId("never there"));

        assertThat(store.assets().all()).isEmpty();
    }

    @Test
    void knownAssetsAreSortedAndCountTheirChanges() {
        KnownAssets known = new KnownAssets(store.assets());
        Asset valve = new Asset(new AssetId("V-7"), "Valve", "Area 1", List.of());
        long before = known.version();

        known.save(pump());
        known.save(valve);
        long changed = known.version();
        known.save(valve);
        long unchanged = known.version();
        known.remove(pump().id());

        assertThat(changed).isGreaterThan(before);
        assertThat(unchanged).isEqualTo(changed);
        assertThat(known.version()).isGreaterThan(changed);
        assertThat(known.all()).containsExactly(valve);
        assertThat(new KnownAssets(store.assets()).all()).containsExactly(valve);
        assertThat(known.find(pump().id())).isEmpty();
    }

    @Test
    void aSettingIsItsDefaultUntilSetAndAfterReset() {
        Setting<Quiet> quiet =
                new Setting<>("quiet", Quiet.class, new Quiet("none", Duration.ofHours(1), List.of(), NOW));
        Quiet chosen = new Quiet("nights", Duration.ofMinutes(90), List.of("Sat", "Sun"), NOW.plusNanos(5));

        Quiet first = store.settings().get(quiet);
        store.settings().set(quiet, chosen);
        reopen();
        Quiet second = store.settings().get(quiet);
        store.settings().reset(quiet);

        assertThat(first).isEqualTo(quiet.byDefault());
        assertThat(second).isEqualTo(chosen);
        assertThat(store.settings().get(quiet)).isEqualTo(quiet.byDefault());
    }

    @Test
    void aSettingThatCannotBeReadCountsAsNotSet() {
        store.settings().set(new Setting<>("rate", String.class, ""), "fast");

        assertThat(store.settings().get(new Setting<>("rate", Integer.class, 7)))
                .isEqualTo(7);
    }

    @Test
    void aSettingThatCannotBeWrittenIsRefused() {
        Setting<Object> odd = new Setting<>("odd", Object.class, "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.settings().set(odd, new Object()))
                .withMessageContaining("odd");
    }

    @Test
    void aRejectedRecordThatComesTwiceIsCountedOnce() {
        RejectBook rejects = store.rejects();
        RejectedRecord first = reject(1, "not-a-number");
        RejectedRecord second = reject(2, "too-large");

        int fresh = rejects.add(List.of(first, second, first));
        int freshAgain = rejects.add(List.of(second, reject(3, "too-large")));

        assertThat(fresh).isEqualTo(2);
        assertThat(freshAgain).isEqualTo(1);
        assertThat(rejects.count()).isEqualTo(3);
        assertThat(rejects.countByReason()).isEqualTo(Map.of("not-a-number", 1L, "too-large", 2L));
        assertThat(rejects.newest(2)).containsExactly(reject(3, "too-large"), second);
    }

    @Test
    void onlyTheHeadOfARejectedRecordIsKept() {
        byte[] bytes = "ä".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        RejectedRecord large = new RejectedRecord("readings", 0, 1, "too-large", "", NOW, RecordHead.of(bytes));

        store.rejects().add(List.of(large));

        RecordHead head = store.rejects().newest(1).get(0).head();
        assertThat(head.bytes()).hasSize(RecordHead.MOST_BYTES);
        assertThat(head.text()).isEqualTo("ä".repeat(RecordHead.MOST_BYTES / 2));
    }

    @Test
    void oldRejectedRecordsAreTakenAwayButStayCounted() {
        RejectBook small = new H2RejectBook(store.jdbi(), 100);

        for (int batch = 0; batch < 5; batch++) {
            int start = batch * 50;
            small.add(IntStream.range(start, start + 50)
                    .mapToObj(offset -> reject(offset, "late"))
                    .toList());
        }

        assertThat(small.newest(1_000)).hasSize(100).first().isEqualTo(reject(249, "late"));
        assertThat(small.count()).isEqualTo(250);
    }

    @Test
    void readersOfTheStreamKeepTheirOwnPositions() {
        StreamPosition zero = new StreamPosition("readings", 0, 10);
        StreamPosition one = new StreamPosition("readings", 1, 20);
        store.positions().save("history", List.of(zero, one));
        store.positions().save("live", List.of(new StreamPosition("readings", 0, 99)));

        store.positions().save("history", List.of(new StreamPosition("readings", 1, 21)));

        assertThat(store.positions().positions("history")).containsExactly(zero, new StreamPosition("readings", 1, 21));
        assertThat(store.positions().positions("nobody")).isEmpty();
    }

    @Test
    void interruptingAThreadThatWritesDoesNoHarmToTheStore() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        Thread writer = new Thread(
                () -> {
                    Thread.currentThread().interrupt();
                    for (int i = 0; i < 50; i++) {
                        store.positions().save("interrupted", List.of(new StreamPosition("readings", 0, i)));
                    }
                },
                "interrupted-writer");
        writer.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));

        writer.start();
        writer.join();

        assertThat(failures).isEmpty();
        assertThat(store.positions().positions("interrupted")).containsExactly(new StreamPosition("readings", 0, 49));
    }

    @Test
    void aDamagedDatabaseIsNamedWithWhatToDo() throws IOException {
        store.close();
        Path file = directory.resolve("watchkeeper.mv.db");
        Files.writeString(file, "this is no database".repeat(1_000));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Store.open(directory))
                .withMessageContaining(file.toString())
                .withMessageContaining("backup");

        Files.delete(file);
        store = Store.open(directory);
    }

    private void reopen() {
        store.close();
        store = Store.open(directory);
    }

    private static RejectedRecord reject(long offset, String reason) {
        RecordHead head = RecordHead.of(("{\"n\": " + offset + "}").getBytes(StandardCharsets.UTF_8));
        return new RejectedRecord("readings", 0, offset, reason, "value of record " + offset, NOW, head);
    }

    private static Asset pump() {
        Guidance guidance = new Guidance("Strainer clogged", "Runs dry", "Switch over", Duration.ofMinutes(10));
        return new Asset(
                new AssetId("P-101"),
                "Förderpumpe",
                "Unit 1",
                List.of(
                        new Sensor(SensorId.of("P-101", "pressure"), "Discharge pressure", new Unit("bar"), guidance),
                        new Sensor(SensorId.of("P-101", "flow"), "Flow", new Unit("m³/h"), null)));
    }

    record Quiet(String mode, Duration length, List<String> days, Instant since) {}
}
