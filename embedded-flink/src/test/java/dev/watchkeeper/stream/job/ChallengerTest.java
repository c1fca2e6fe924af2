package dev.watchkeeper.stream.job;

import static dev.watchkeeper.stream.Trained.START;
import static dev.watchkeeper.stream.Trained.wave;
import static dev.watchkeeper.stream.job.ModelTakeoverTest.isTakeover;
import static dev.watchkeeper.stream.job.ModelTakeoverTest.judge;
import static dev.watchkeeper.stream.job.ModelTakeoverTest.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.deploy.ModelUpdate.Deployed;
import dev.watchkeeper.engine.model.deploy.ModelUpdate.Withdrawn;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowComparison;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Subject;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.deploy.UnusableModelException;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.stream.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChallengerTest {
    private static final AssetId PUMP = new AssetId("P-1");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");
    private static final SensorId SPEED = new SensorId(PUMP, "speed");
    private static final Subject TOGETHER = new Subject(PartKind.ASSET, new SensorId(PUMP, AssetWatch.WHOLE));

    @TempDir
    private Path directory;

    @Test
    void theReportIsThatOfTheSameWatchesRunByHandAndNothingIsRaised() throws Exception {
        ModelVersion model = Trained.model(4, 5, FLOW, SPEED);
        List<Reading> readings = Trained.together(List.of(
                Trained.raised(wave(FLOW, START, 1_500, 9), 100, 110, 200),
                Trained.raised(wave(SPEED, START, 1_500, 10), 1_000, 1_010, 200)));
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW, SPEED);
            rig.follow(new Deployed(Role.CHALLENGER, model));

            rig.judge(readings);

            ShadowReport expected = byHand(model, readings);
            assertThat(expected.episodes(Role.CHALLENGER).count()).isPositive();
            assertThat(expected.episodes(Role.CHAMPION).count()).isPositive();
            await().atMost(Rig.PATIENCE)
                    .untilAsserted(() -> assertThat(newest(rig)).contains(expected));
            assertThat(scores(rig.scores(FLOW, 1_500)))
                    .isEqualTo(judge(
                            new SensorWatch(FLOW, Sensitivity.NORMAL),
                            readings.stream()
                                    .filter(reading -> reading.sensor().equals(FLOW))
                                    .toList()));
            assertThat(rig.detections())
                    .noneMatch(detection -> detection.openedAt().isBefore(START.plusSeconds(400)));
        }
    }

    private static Optional<ShadowReport> newest(Rig rig) {
        return rig.news().stream()
                .filter(ShadowReport.class::isInstance)
                .map(ShadowReport.class::cast)
                .reduce((before, after) -> after);
    }

    private static ShadowReport byHand(ModelVersion model, List<Reading> readings) throws UnusableModelException {
        ByHand champion = new ByHand(
                new SensorWatch(FLOW, Sensitivity.NORMAL),
                new SensorWatch(SPEED, Sensitivity.NORMAL),
                new AssetWatch(PUMP, List.of(FLOW, SPEED), Sensitivity.NORMAL));
        RestoredModel restored = RestoredModel.of(model);
        ByHand challenger = new ByHand(
                Trained.watch(model, FLOW), Trained.watch(model, SPEED), Objects.requireNonNull(restored.whole()));
        ShadowComparison comparison = new ShadowComparison(
                PUMP,
                new Contender(Takeover.NONE, Sensitivity.NORMAL),
                new Contender(model.number(), Sensitivity.NORMAL),
                List.of(new Subject(PartKind.NOVELTY, FLOW), new Subject(PartKind.NOVELTY, SPEED), TOGETHER));
        for (Reading reading : readings) {
            comparison.count(reading.time().toEpochMilli());
            champion.judge(reading, Role.CHAMPION, comparison);
            challenger.judge(reading, Role.CHALLENGER, comparison);
        }
        champion.end(Role.CHAMPION, comparison);
        challenger.end(Role.CHALLENGER, comparison);
        return comparison.report();
    }

    private record ByHand(SensorWatch flow, SensorWatch speed, AssetWatch whole) {
        void judge(Reading reading, Role role, ShadowComparison comparison) {
            long time = reading.time().toEpochMilli();
            SensorWatch watch = reading.sensor().equals(FLOW) ? flow : speed;
            comparison.take(role, new Subject(PartKind.NOVELTY, reading.sensor()), watch.judge(time, reading.value()));
            whole.take(reading.sensor(), time, reading.value())
                    .ifPresent(sample -> comparison.take(role, TOGETHER, sample.verdict()));
        }

        void end(Role role, ShadowComparison comparison) {
            whole.flush().ifPresent(sample -> comparison.take(role, TOGETHER, sample.verdict()));
        }
    }

    @Test
    void aPromotedChallengerGoesOnWithWhatItHasLearnedBeside() throws Exception {
        ModelVersion model = Trained.model(2, 5, FLOW);
        List<Reading> readings = wave(FLOW, START, 1_000, 9);
        SensorWatch challenger = Trained.watch(model, FLOW);
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.follow(new Deployed(Role.CHALLENGER, model));
            rig.judge(readings.subList(0, 500));

            int before = rig.news().size();
            rig.follow(new Deployed(Role.CHAMPION, model));
            rig.judge(readings.subList(500, 1_000));

            assertThat(rig.news().subList(before, rig.news().size()))
                    .filteredOn(Takeover.class::isInstance)
                    .satisfiesExactly(
                            news -> assertThat(isTakeover(news, Role.CHAMPION, 2))
                                    .isTrue(),
                            news -> assertThat(isTakeover(news, Role.CHALLENGER, Takeover.NONE))
                                    .isTrue());
            judge(challenger, readings.subList(0, 500));
            assertThat(scores(rig.scores(FLOW, 1_000).subList(500, 1_000)))
                    .isEqualTo(judge(challenger, readings.subList(500, 1_000)));
        }
    }

    @Test
    void aChallengerLivesThroughARestartAndIsGoneWhenItIsWithdrawn() throws Exception {
        List<Reading> readings = wave(FLOW, START, 900, 9);
        try (Rig rig = new Rig(directory)) {
            rig.describe(FLOW);
            rig.follow(new Deployed(Role.CHALLENGER, Trained.model(2, 5, FLOW)));
            rig.judge(readings.subList(0, 300));
        }
        try (Rig rig = new Rig(directory)) {
            rig.judge(readings.subList(300, 600));
            await().atMost(Rig.PATIENCE).until(() -> newest(rig).stream().anyMatch(report -> report.readings() == 600));

            rig.follow(new Withdrawn(PUMP, Role.CHALLENGER));
            rig.judge(readings.subList(600, 900));
            rig.follow(new Withdrawn(PUMP, Role.CHALLENGER));

            assertThat(newest(rig)).map(ShadowReport::readings).contains(600L);
            assertThat(rig.news()).last().matches(news -> isTakeover(news, Role.CHALLENGER, Takeover.NONE));
        }
    }
}
