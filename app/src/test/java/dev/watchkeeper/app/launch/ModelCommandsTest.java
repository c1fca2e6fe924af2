package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, listing, export and import by the program itself, on a data directory on which nothing runs. */
class ModelCommandsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int READINGS = 3_000;

    @TempDir
    private Path directory;

    @Test
    void aVersionIsTrainedListedExportedAndImported() throws Exception {
        Path data = directory.resolve("data");
        prepare(data);
        Path file = directory.resolve("p-101.wkmodel");

        assertThat(clean("retrain", "P-101", "--promote", "--data", data.toString()))
                .contains("retrain asset=P-101 version=1 champion=1 challenger=none");
        assertThat(clean("models", "export", "P-101", "1", file.toString(), "--data", data.toString()))
                .containsExactly("export asset=P-101 version=1 file=" + file);
        assertThat(file).isNotEmptyFile();
        assertThat(clean("models", "import", file.toString(), "--data", data.toString()))
                .containsExactly("import asset=P-101 version=2");
        List<String> listed = run(0, "models", "P-101", "--json", "--data", data.toString());
        assertThat(String.join("\n", listed)).contains("\"version\" : 2", "\"role\" : \"champion\"");

        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            assertThat(store.models().audit(PUMP, 10))
                    .extracting(AuditEntry::action)
                    .containsExactly(
                            AuditEntry.Action.IMPORTED,
                            AuditEntry.Action.EXPORTED,
                            AuditEntry.Action.PROMOTED,
                            AuditEntry.Action.CHALLENGED,
                            AuditEntry.Action.TRAINED,
                            AuditEntry.Action.TRAINING_STARTED);
        }
    }

    @Test
    void anUnknownAssetOrAForeignFileIsAnErrorWithASentence() throws Exception {
        Path data = directory.resolve("data");
        prepare(data);
        Path foreign = Files.writeString(directory.resolve("foreign.wkmodel"), "not a model");

        assertThat(run(1, "retrain", "X", "--data", data.toString()))
                .anyMatch(line -> line.contains("There is no asset X."));
        assertThat(run(1, "models", "import", foreign.toString(), "--data", data.toString()))
                .anyMatch(line -> line.contains("foreign.wkmodel cannot be imported. This is not a model"));
    }

    private static void prepare(Path data) {
        try (Store store = Store.open(DataDirectory.storeOf(data));
                QuestDbHistory history = QuestDbHistory.open(data.resolve("history"), Clock.systemUTC())) {
            new KnownAssets(store.assets()).save(new Asset(PUMP, "Lift pump 1", "", List.of(Sensor.named(FLOW))));
            Random random = new Random(1);
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < READINGS; i++) {
                readings.add(Reading.good(FLOW, START.plusSeconds(60L * i), 50 + random.nextGaussian()));
            }
            history.addReadings(readings);
        }
    }

    /** What a run printed that ended well and without a trace. */
    private static List<String> clean(String... arguments) throws Exception {
        List<String> lines = run(0, arguments);
        assertThat(lines).noneMatch(line -> line.contains("Exception"));
        return lines;
    }

    private static List<String> run(int status, String... arguments) throws Exception {
        try (ProgramProcess program = ProgramProcess.start(arguments)) {
            int ended = program.await(PATIENCE);
            assertThat(ended).as(() -> String.join("\n", program.output())).isEqualTo(status);
            return program.output();
        }
    }
}
