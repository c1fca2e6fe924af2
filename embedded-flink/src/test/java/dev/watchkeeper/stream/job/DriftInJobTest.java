package dev.watchkeeper.stream.job;

import static dev.watchkeeper.stream.Trained.START;
import static dev.watchkeeper.stream.Trained.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftWatch;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.ReferencePart;
import dev.watchkeeper.engine.model.deploy.ModelUpdate.Deployed;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.stream.Trained;
import dev.watchkeeper.stream.feed.DriftFeed;
import dev.watchkeeper.stream.topic.TopicTail;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftInJobTest {
    private static final AssetId PUMP = new AssetId("P-1");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");

    @TempDir
    private Path directory;

    @Test
    void driftIsMeasuredAgainstTheFirstReadingsThroughARestart() throws Exception {
        int learned = FirstReadings.ENOUGH;
        List<Reading> readings =
                Trained.raised(wave(FLOW, START, learned + 2_000, 9), learned + 500, learned + 2_000, 20);
        List<DriftReport> expected =
                byHand(reference(readings.subList(0, learned)), readings.subList(learned, learned + 2_000));
        List<DriftReport> told = new CopyOnWriteArrayList<>();
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.judge(readings.subList(0, learned - 1_000));
        }
        try (Rig rig = new Rig(directory);
                TopicTail tail = TopicTail.fromBeginning(
                        rig.stream.bootstrapServers(), Topics.STANDARD.drift(), new DriftFeed(told::addAll))) {
            rig.judge(readings.subList(learned - 1_000, learned + 2_000));

            assertThat(expected).isNotEmpty();
            await().atMost(Rig.PATIENCE).untilAsserted(() -> assertThat(told).isEqualTo(expected));
            assertThat(tail.trouble()).isEmpty();
        }
    }

    @Test
    void driftIsMeasuredAgainstTheReferenceOfTheModel() throws Exception {
        DriftReference reference = reference(wave(FLOW, Trained.BEFORE, 3_000, 4));
        ModelVersion model = measuredAgainst(reference, Trained.model(1, 5, FLOW));
        List<Reading> readings = wave(FLOW, START, 1_000, 9);
        List<DriftReport> told = new CopyOnWriteArrayList<>();
        try (Rig rig = new Rig(directory);
                TopicTail tail = TopicTail.fromBeginning(
                        rig.stream.bootstrapServers(), Topics.STANDARD.drift(), new DriftFeed(told::addAll))) {
            rig.describe(FLOW);
            rig.follow(new Deployed(Role.CHAMPION, model));

            rig.judge(readings);

            List<DriftReport> expected = byHand(reference, readings);
            assertThat(expected).isNotEmpty();
            await().atMost(Rig.PATIENCE).untilAsserted(() -> assertThat(told).isEqualTo(expected));
            assertThat(tail.trouble()).isEmpty();
        }
    }

    private static ModelVersion measuredAgainst(DriftReference reference, ModelVersion model) {
        return new ModelVersion(
                model.asset(),
                model.number(),
                model.trainedAt(),
                model.split(),
                model.sensitivity(),
                model.parts(),
                model.scalers(),
                model.grades(),
                model.leakage(),
                List.of(ReferencePart.of(reference)));
    }

    private static DriftReference reference(List<Reading> readings) {
        DriftReference.Fitter fitter = new DriftReference.Fitter(FLOW);
        readings.forEach(reading -> fitter.add(reading.time(), reading.value()));
        return fitter.fit().orElseThrow();
    }

    private static List<DriftReport> byHand(DriftReference reference, List<Reading> readings) {
        DriftWatch watch = new DriftWatch(reference);
        List<DriftReport> reports = new ArrayList<>();
        readings.forEach(reading ->
                watch.take(reading.time().toEpochMilli(), reading.value()).ifPresent(reports::add));
        return reports;
    }
}
