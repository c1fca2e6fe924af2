package dev.watchkeeper.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftWatch;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftPageTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final Asset PUMP = asset("P-101", "Pump <1>", FLOW);
    private static final Asset TANK = asset("T-100", "Tank", SensorId.of("T-100", "level"));

    @TempDir
    private Path directory;

    @Test
    void tellsTheVerdictOfEachAssetAndPicturesWhatDrifts() throws IOException {
        Path file = directory.resolve("report/drift.html");
        try (QuestDbHistory history = QuestDbHistory.open(directory.resolve("history"), InstantSource.fixed(START))) {
            history.drift().addDrift(drifting());

            new DriftPage(history.drift()).write(file, List.of(PUMP, TANK), new TimeSpan(at(4_000), at(6_000)));
        }

        String html = Files.readString(file);
        assertThat(html)
                .contains(
                        "Pump &lt;1&gt; is drifting since 2 Mar 2026, 13:5",
                        "in Flow.",
                        "Flow, mean",
                        "rose",
                        "<svg",
                        "Wasserstein")
                .contains("Tank is as it was in training.")
                .doesNotContain("<script", "http://", "https://", "NaN");
    }

    private static List<DriftReport> drifting() {
        Random random = new Random(4);
        DriftReference.Fitter fitter = new DriftReference.Fitter(FLOW);
        for (int i = 0; i < 4_200; i++) {
            fitter.add(at(i), random.nextGaussian());
        }
        DriftWatch watch = new DriftWatch(fitter.fit().orElseThrow());
        List<DriftReport> reports = new ArrayList<>();
        for (int i = 4_200; i < 6_000; i++) {
            watch.take(at(i).toEpochMilli(), random.nextGaussian() + (i < 5_000 ? 0 : 2))
                    .ifPresent(reports::add);
        }
        return reports;
    }

    private static Instant at(int reading) {
        return START.plusSeconds(10L * reading);
    }

    private static Asset asset(String id, String label, SensorId sensor) {
        return new Asset(new AssetId(id), label, "", List.of(new Sensor(sensor, "Flow", Unit.NONE, null)));
    }
}
