package dev.watchkeeper.stream.job;

import static dev.watchkeeper.stream.Trained.START;
import static dev.watchkeeper.stream.Trained.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.model.deploy.ModelUpdate.Deployed;
import dev.watchkeeper.engine.model.deploy.ModelUpdate.Withdrawn;
import dev.watchkeeper.engine.model.deploy.Refused;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.wire.ModelCodec;
import dev.watchkeeper.engine.wire.ModelRecord;
import dev.watchkeeper.stream.Trained;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTakeoverTest {
    private static final AssetId PUMP = new AssetId("P-1");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");
    private static final SensorId SPEED = new SensorId(PUMP, "speed");

    @TempDir
    private Path directory;

    @Test
    void aModelIsTakenOverWhileReadingsFlowAndNoneIsLostOrScoredTwice() throws Exception {
        ModelVersion model = Trained.model(1, 5, FLOW, SPEED);
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW, SPEED);
            int most = 400_000;
            List<Reading> flow = wave(FLOW, START, most, 9);
            List<Reading> speed = wave(SPEED, START, most, 10);

            int sent = send(rig, flow, speed, 0, 10_000);
            rig.publisher.flush();
            rig.scores(FLOW, 2_000);
            CompletableFuture<Void> publishing =
                    CompletableFuture.runAsync(() -> rig.models.publish(new Deployed(Role.CHAMPION, model)));
            while (rig.news().isEmpty() && sent < most - 5_000) {
                sent = send(rig, flow, speed, sent, sent + 500);
            }
            publishing.join();
            sent = send(rig, flow, speed, sent, sent + 5_000);
            rig.end(PUMP);

            assertThat(rig.news()).first().matches(news -> isTakeover(news, Role.CHAMPION, 1));
            assertTakenOverOnce(rig.scores(FLOW, sent), flow.subList(0, sent), Trained.watch(model, FLOW));
            assertTakenOverOnce(rig.scores(SPEED, sent), speed.subList(0, sent), Trained.watch(model, SPEED));
            assertThat(rig.rejects.records()).isEmpty();
            assertNoDetectionTwice(rig.detections());
        }
    }

    private static int send(Rig rig, List<Reading> flow, List<Reading> speed, int from, int to) {
        for (int i = from; i < to; i++) {
            rig.publisher.send(flow.get(i));
            rig.publisher.send(speed.get(i));
        }
        return to;
    }

    /** Each reading has one score; up to some reading a watch that learns as it goes gave it, and from there the trained one. */
    private static void assertTakenOverOnce(List<ScoredReading> actual, List<Reading> readings, SensorWatch trained) {
        assertThat(actual)
                .extracting(ScoredReading::time)
                .isEqualTo(readings.stream().map(Reading::time).toList());
        SensorWatch learning = new SensorWatch(trained.sensor(), Sensitivity.NORMAL);
        int takenAt = 0;
        while (takenAt < readings.size()
                && judge(learning, readings.get(takenAt))
                        .equals(actual.get(takenAt).score())) {
            takenAt++;
        }
        assertThat(takenAt).isBetween(2_000, readings.size() - 5_000);
        List<Score> expected = judge(trained, readings.subList(takenAt, readings.size()));
        assertThat(scores(actual.subList(takenAt, actual.size()))).isEqualTo(expected);
    }

    private static void assertNoDetectionTwice(List<Detection> detections) {
        Set<List<Object>> told = new HashSet<>();
        Set<DetectionId> open = new HashSet<>();
        for (Detection detection : detections) {
            assertThat(told.add(List.of(detection.id(), detection.phase(), detection.at())))
                    .isTrue();
            if (detection.phase() == Detection.Phase.OPENED) {
                assertThat(open).isEmpty();
                open.add(detection.id());
            } else {
                assertThat(open).containsExactly(detection.id());
            }
            if (detection.phase() == Detection.Phase.CLOSED) {
                open.clear();
            }
        }
    }

    @Test
    void anEpisodeThatIsOpenGoesOnUnderTheModelAndCloses() throws Exception {
        List<Reading> readings = Trained.raised(wave(FLOW, START, 2_000, 9), 990, 1_010, 200);
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.judge(readings.subList(0, 1_000));

            rig.follow(new Deployed(Role.CHAMPION, Trained.model(1, 5, FLOW)));
            rig.judge(readings.subList(1_000, 2_000));

            List<Detection> detections = rig.detections();
            assertNoDetectionTwice(detections);
            assertThat(detections.get(0).phase()).isEqualTo(Detection.Phase.OPENED);
            assertThat(detections.get(0).openedAt()).isEqualTo(START.plusSeconds(990));
            assertThat(detections)
                    .filteredOn(detection -> detection.phase() == Detection.Phase.CLOSED)
                    .extracting(Detection::id)
                    .contains(detections.get(0).id());
        }
    }

    @Test
    void afterARestartTheModelGoesOnWithWhatItHasLearned() throws Exception {
        List<Reading> readings = wave(FLOW, START, 1_500, 9);
        ModelVersion model = Trained.model(1, 5, FLOW);
        SensorWatch trained = Trained.watch(model, FLOW);
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.judge(readings.subList(0, 500));
            rig.follow(new Deployed(Role.CHAMPION, model));
            rig.judge(readings.subList(500, 1_000));
        }

        try (Rig rig = new Rig(directory)) {
            rig.judge(readings.subList(1_000, 1_500));

            assertThat(scores(rig.scores(FLOW, 1_500).subList(500, 1_500)))
                    .isEqualTo(judge(trained, readings.subList(500, 1_500)));
            assertThat(rig.news()).singleElement().matches(news -> isTakeover(news, Role.CHAMPION, 1));
        }
    }

    @Test
    void anOlderVersionCanBeDeployedAgain() throws Exception {
        List<Reading> readings = wave(FLOW, START, 900, 9);
        ModelVersion older = Trained.model(1, 5, FLOW);
        ModelVersion newer = Trained.model(2, 6, FLOW);
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.follow(new Deployed(Role.CHAMPION, older));
            rig.judge(readings.subList(0, 300));
            rig.follow(new Deployed(Role.CHAMPION, newer));
            rig.judge(readings.subList(300, 600));

            DeploymentNews news = rig.follow(new Deployed(Role.CHAMPION, older));
            rig.judge(readings.subList(600, 900));

            assertThat(news).matches(told -> isTakeover(told, Role.CHAMPION, 1));
            List<Score> expected = judge(Trained.watch(older, FLOW), readings.subList(0, 300));
            expected.addAll(judge(Trained.watch(newer, FLOW), readings.subList(300, 600)));
            expected.addAll(judge(Trained.watch(older, FLOW), readings.subList(600, 900)));
            assertThat(scores(rig.scores(FLOW, 900))).isEqualTo(expected);
        }
    }

    @Test
    void withoutAChampionTheDetectorThatLearnsAsItGoesIsThereAgain() throws Exception {
        List<Reading> readings = wave(FLOW, START, 1_500, 9);
        SensorWatch learning = new SensorWatch(FLOW, Sensitivity.NORMAL);
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.judge(readings.subList(0, 500));
            rig.follow(new Deployed(Role.CHAMPION, Trained.model(1, 5, FLOW)));
            rig.judge(readings.subList(500, 1_000));

            DeploymentNews news = rig.follow(new Withdrawn(PUMP, Role.CHAMPION));
            rig.judge(readings.subList(1_000, 1_500));

            assertThat(news).matches(told -> isTakeover(told, Role.CHAMPION, Takeover.NONE));
            List<Score> before = judge(learning, readings.subList(0, 500));
            List<Score> after = judge(learning, readings.subList(1_000, 1_500));
            assertThat(scores(rig.scores(FLOW, 1_500).subList(0, 500))).isEqualTo(before);
            assertThat(scores(rig.scores(FLOW, 1_500).subList(1_000, 1_500))).isEqualTo(after);
        }
    }

    @Test
    void aModelThatCannotBeRestoredIsRefusedAndDetectionGoesOn() throws Exception {
        List<Reading> readings = wave(FLOW, START, 600, 9);
        ModelVersion broken = Trained.version(
                PUMP,
                3,
                List.of(
                        Trained.part(
                                PartKind.NOVELTY,
                                FLOW,
                                Trained.model(1, 5, FLOW).parts().get(0).snapshot()),
                        Trained.part(PartKind.NOVELTY, SPEED, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})));
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.judge(readings.subList(0, 300));

            DeploymentNews news = rig.follow(new Deployed(Role.CHAMPION, broken));
            rig.judge(readings.subList(300, 600));

            String sentence = "In version 3 of the model of P-1 the novelty part of P-1/speed cannot be restored"
                    + " (not a WKSW snapshot: it begins with 0x1020304 and holds 8 bytes); train it again.";
            assertThat(news)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.sentence()).isEqualTo(sentence));
            await().atMost(Rig.PATIENCE).until(() -> !rig.rejects.records().isEmpty());
            var reject = rig.rejects.records().get(0);
            assertThat(new String(
                            reject.headers().lastHeader("watchkeeper.detail").value(), StandardCharsets.UTF_8))
                    .isEqualTo(sentence);
            assertThat(new String(
                            reject.headers().lastHeader("watchkeeper.reason").value(), StandardCharsets.UTF_8))
                    .isEqualTo("unusable-model");
            assertThat(scores(rig.scores(FLOW, 600)))
                    .isEqualTo(judge(new SensorWatch(FLOW, Sensitivity.NORMAL), readings));
        }
    }

    @Test
    void chunksThatCameBeforeARestartAreNotLost() throws Exception {
        List<ModelRecord> chunks =
                ModelCodec.encode(new Deployed(Role.CHAMPION, Trained.large(PUMP, 7, 2_000_000)), UUID.randomUUID());
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.sendModelRecord(chunks.get(0));
            rig.sendModelRecord(chunks.get(1));
            rig.judge(wave(FLOW, START, 10, 9));
            rig.sendModelRecord(new ModelRecord(PUMP, "broken", new byte[] {1}));
            await().atMost(Rig.PATIENCE).until(() -> !rig.rejects.records().isEmpty());
        }

        try (Rig rig = new Rig(directory)) {
            rig.sendModelRecord(chunks.get(2));

            await().atMost(Rig.PATIENCE).until(() -> !rig.news().isEmpty());
            assertThat(rig.news())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.number()).isEqualTo(7));
        }
    }

    @Test
    void aModelThatComesBeforeTheFirstReadingJudgesIt() throws Exception {
        List<Reading> readings = wave(FLOW, START, 300, 9);
        ModelVersion model = Trained.model(1, 5, FLOW);
        try (Rig rig = new Rig(directory)) {
            DeploymentNews news = rig.follow(new Deployed(Role.CHAMPION, model));
            rig.describe(FLOW);
            rig.judge(readings);

            assertThat(news).matches(told -> isTakeover(told, Role.CHAMPION, 1));
            assertThat(scores(rig.scores(FLOW, 300))).isEqualTo(judge(Trained.watch(model, FLOW), readings));
        }
    }

    static boolean isTakeover(DeploymentNews news, Role role, int number) {
        return news instanceof Takeover takeover
                && takeover.asset().equals(PUMP)
                && takeover.role() == role
                && takeover.number() == number;
    }

    static Score judge(SensorWatch watch, Reading reading) {
        return watch.judge(reading.time().toEpochMilli(), reading.value()).score();
    }

    static List<Score> judge(SensorWatch watch, List<Reading> readings) {
        List<Score> scores = new ArrayList<>();
        readings.forEach(reading -> scores.add(judge(watch, reading)));
        return scores;
    }

    static List<Score> scores(List<ScoredReading> scored) {
        return scored.stream().map(ScoredReading::score).toList();
    }
}
