package dev.watchkeeper.engine.model.desk;

import static dev.watchkeeper.engine.model.desk.DeskRig.END;
import static dev.watchkeeper.engine.model.desk.DeskRig.FLOW;
import static dev.watchkeeper.engine.model.desk.DeskRig.PUMP;
import static dev.watchkeeper.engine.model.desk.DeskRig.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.model.desk.AuditEntry.Action;
import dev.watchkeeper.engine.model.leakage.WindowUse;
import dev.watchkeeper.engine.model.scale.RobustScaler;
import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.train.LeftOut;
import dev.watchkeeper.engine.model.train.NoveltyTraining;
import dev.watchkeeper.engine.model.train.PartTrainer;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingsTest {
    private static final RetrainRequest BY_EVA = RetrainRequest.manual("eva");

    @TempDir
    private Path directory;

    private DeskRig rig;
    private final ExecutorService training = Executors.newSingleThreadExecutor();

    @BeforeEach
    void open() {
        rig = new DeskRig(directory);
    }

    @AfterEach
    void close() throws InterruptedException {
        training.shutdownNow();
        training.awaitTermination(10, TimeUnit.SECONDS);
        rig.close();
    }

    @Test
    void aCancelledTrainingEndsAtOnceAndLeavesNoVersion() throws Exception {
        Endless endless = new Endless();
        ModelDesk desk = rig.desk(List.of(endless), training);
        desk.retrain(PUMP, BY_EVA);
        endless.begun.await();
        assertThatExceptionOfType(ModelsException.class)
                .isThrownBy(() -> desk.retrain(PUMP, BY_EVA))
                .withMessageContaining("is being trained already");

        desk.cancel(PUMP, "jo");
        finish();

        assertThat(desk.card(PUMP).training()).isEqualTo(new TrainingState.Cancelled("jo", END));
        assertNothingMade(desk, RunStatus.KILLED);
        assertThat(desk.audit(PUMP, 1).get(0).action()).isEqualTo(Action.TRAINING_CANCELLED);
    }

    @Test
    void anotherProcessOrdersATrainingAndCancelsIt() throws Exception {
        Endless endless = new Endless();
        ModelDesk desk = rig.desk(List.of(endless), training);
        TrainingBook elsewhere = rig.store.trainings();
        elsewhere.order(new TrainingOrder("one", PUMP, BY_EVA, false, END));

        desk.tick();
        endless.begun.await();
        assertThat(elsewhere.state("one"))
                .hasValueSatisfying(state -> assertThat(state.isRunning()).isTrue());
        elsewhere.cancel("one", "jo");
        rig.pass(Duration.ofSeconds(1));
        finish();

        assertThat(elsewhere.state("one")).contains(new TrainingState.Cancelled("jo", rig.instant()));
    }

    @Test
    void anOrderMayPromoteWhatItMakes() {
        ModelDesk desk = rig.desk();
        rig.store.trainings().order(new TrainingOrder("one", PUMP, BY_EVA, true, END));

        desk.tick();

        assertThat(desk.card(PUMP).champion().number()).isEqualTo(1);
        assertThat(desk.card(PUMP).challenger()).isEmpty();
        assertThat(desk.audit(PUMP, 1).get(0).action()).isEqualTo(Action.PROMOTED);
        assertThat(rig.store.trainings().state("one"))
                .hasValueSatisfying(state -> assertThat(state).isInstanceOf(TrainingState.Finished.class));
    }

    @Test
    void anOrderForAnUnknownAssetEndsWithASentence() {
        ModelDesk desk = rig.desk();
        rig.store.trainings().order(new TrainingOrder("one", new AssetId("X"), BY_EVA, false, END));

        desk.tick();

        assertThat(rig.store.trainings().state("one"))
                .contains(new TrainingState.Failed(
                        "There is no asset X, so there is nothing to train. Check its name.", END));
    }

    @Test
    void whatAKilledProcessLeftHalfTrainedHasFailedForTheNextOne() throws Exception {
        Endless endless = new Endless();
        ModelDesk killed = rig.desk(List.of(endless), training);
        killed.retrain(PUMP, BY_EVA);
        endless.begun.await();

        ModelDesk next = rig.desk();

        assertThat(next.card(PUMP).training())
                .isInstanceOfSatisfying(
                        TrainingState.Failed.class,
                        failed -> assertThat(failed.sentence())
                                .startsWith("Watchkeeper ended while the model was trained."));
        assertThat(next.audit(PUMP, 1).get(0).action()).isEqualTo(Action.TRAINING_FAILED);
        killed.close();
        finish();
        next.retrain(PUMP, BY_EVA);
        assertThat(next.card(PUMP).challenger()).map(Deployment::number).contains(2);
    }

    @Test
    void leakageEndsTheTrainingLoudlyAndLeavesNoVersion() throws IOException {
        PartTrainer leaking = (given, progress) -> {
            TimeSpan validation = given.plan().split().validation();
            given.uses().add(new WindowUse(FLOW, Part.TRAINING, validation));
            return new NoveltyTraining().train(given, progress);
        };
        ModelDesk desk = rig.desk(List.of(leaking), Runnable::run);

        desk.retrain(PUMP, BY_EVA);

        assertThat(desk.card(PUMP).training())
                .isInstanceOfSatisfying(
                        TrainingState.Failed.class,
                        failed -> assertThat(failed.sentence())
                                .startsWith("What is to be measured leaks into the training.")
                                .contains("P-101/flow"));
        assertNothingMade(desk, RunStatus.FAILED);
        assertThat(rig.files.versions(PUMP)).isEmpty();
    }

    @Test
    void whatPeopleLabelledIsLeftOutOfTrainingAndNotedInTheLeakageReport() {
        rig.lesson = new Answers.Lesson(
                new LeftOut(List.of(new LeftOut.Stretch(
                        Set.of(FLOW),
                        new TimeSpan(START.plus(Duration.ofHours(2)), START.plus(Duration.ofHours(4))),
                        END))),
                3);
        ModelDesk desk = rig.desk();

        desk.retrain(PUMP, BY_EVA);

        List<RobustScaler> scalers = desk.version(PUMP, 1).scalers();
        assertThat(scalers.get(1).samples() - scalers.get(0).samples()).isEqualTo(120);
        assertThat(desk.version(PUMP, 1).leakage().checked().labels()).isEqualTo(1);
        assertThat(desk.versions(PUMP).get(0).choice())
                .contains("1 span labelled as anomaly or maintenance left out.")
                .contains("3 alarms answered with \"not an anomaly\" learned as normal operation.");
    }

    @Test
    void tooLittleHistoryIsToldWithHowMuchIsMissing() {
        AssetId fresh = new AssetId("P-9");
        SensorId level = new SensorId(fresh, "level");
        rig.assets.save(new Asset(fresh, "New pump", "", List.of(Sensor.named(level))));
        ModelDesk desk = rig.desk();

        desk.retrain(fresh, BY_EVA);
        assertThat(desk.card(fresh).training())
                .isEqualTo(new TrainingState.Failed(
                        "There are no readings of New pump to train on; wait for some or import history.", END));

        rig.history.addReadings(DeskRig.readings(level, START, START.plus(Duration.ofHours(1)), 3));
        desk.retrain(fresh, BY_EVA);

        assertThat(desk.card(fresh).training())
                .isInstanceOfSatisfying(
                        TrainingState.Failed.class,
                        failed -> assertThat(failed.sentence())
                                .contains("no sensor has more than 60 readings, at least 400 are needed"));
    }

    private void finish() throws InterruptedException {
        training.shutdown();
        assertThat(training.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private void assertNothingMade(ModelDesk desk, RunStatus run) {
        assertThat(desk.versions(PUMP)).isEmpty();
        assertThat(desk.card(PUMP).challenger()).isEmpty();
        assertThat(rig.tracking.runs(PUMP).get(0).status()).isEqualTo(run);
    }

    /** Goes on until it is cancelled. */
    private static final class Endless implements PartTrainer {
        final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public List<dev.watchkeeper.engine.model.TrainedPart> train(
                dev.watchkeeper.engine.model.train.Training given,
                dev.watchkeeper.engine.model.train.Progress progress) {
            while (true) {
                progress.report(0.5, "Training for ever.");
                begun.countDown();
            }
        }
    }
}
