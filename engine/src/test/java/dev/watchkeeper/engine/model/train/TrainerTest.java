package dev.watchkeeper.engine.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.PartMetrics;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.grade.Grade;
import dev.watchkeeper.engine.model.grade.GradeReason;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.leakage.LeakageException;
import dev.watchkeeper.engine.model.scale.RobustScaler;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.SplitShares;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int DAYS = 20;
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final SensorId SPEED = SensorId.of("P-101", "speed");
    private static final Asset PUMP =
            new Asset(new AssetId("P-101"), "Lift pump 1", "", List.of(Sensor.named(FLOW), Sensor.named(SPEED)));
    private static final TrainingPlan PLAN =
            TrainingPlan.of(new TimeSpan(START, START.plus(Duration.ofDays(DAYS))), INTERVAL, Sensitivity.NORMAL);

    private final MemoryHistory history = new MemoryHistory();

    @Test
    void trainsAPartForEachSensorThatHasEnoughReadings() {
        history.addReadings(readings(FLOW, 1));
        history.addReadings(readings(SPEED, 2).subList(0, 199));

        ModelVersion model = train(TrainingMonitor.NONE);

        assertThat(model.parts()).extracting(TrainedPart::subject).containsExactly(FLOW);
        assertThat(model.grades()).extracting(SensorGrade::sensor).containsExactly(FLOW, SPEED);
        assertThat(model.grades()).extracting(SensorGrade::grade).containsExactly(Grade.A, Grade.D);
        assertThat(model.number()).isEqualTo(3);
        assertThat(model.trainedAt()).isEqualTo(NOW);
        assertThat(model.trainedOn()).isEqualTo(PLAN.split().train());
        assertThat(model.leakage().isClean()).isTrue();
        assertThat(model.leakage().checked().windows()).isEqualTo(2);
    }

    @Test
    void theWatchGoesOnFromTheEndOfTraining() {
        List<Reading> readings = readings(FLOW, 1);
        history.addReadings(readings);
        SensorWatch expected = new SensorWatch(FLOW, Sensitivity.NORMAL);
        readings.stream()
                .filter(reading -> PLAN.split().train().contains(reading.time()))
                .forEach(reading -> expected.judge(reading.time().toEpochMilli(), reading.value()));

        ModelVersion model = train(TrainingMonitor.NONE);

        SensorWatch actual = SensorWatch.restore(
                model.part(PartKind.NOVELTY, FLOW).orElseThrow().snapshot());
        for (int i = 0; i < 500; i++) {
            long time = NOW.toEpochMilli() + i * INTERVAL.toMillis();
            assertThat(actual.judge(time, i % 100).score())
                    .isEqualTo(expected.judge(time, i % 100).score());
        }
    }

    @Test
    void theWatchGoesOnWithoutAnEpisodeThatOpenedInTraining() {
        List<Reading> readings = readings(FLOW, 1);
        int end = (int) PLAN.split().train().length().toMinutes();
        for (int i = end - 20; i < end; i++) {
            readings.set(i, Reading.good(FLOW, readings.get(i).time(), 500 + 10 * i));
        }
        history.addReadings(readings);

        ModelVersion model = train(TrainingMonitor.NONE);

        SensorWatch watch = SensorWatch.restore(
                model.part(PartKind.NOVELTY, FLOW).orElseThrow().snapshot());
        assertThat(watch.sensitivity()).isEqualTo(Sensitivity.NORMAL);
        for (Reading reading : readings.subList(end, end + 500)) {
            assertThat(watch.judge(reading.time().toEpochMilli(), reading.value())
                            .detections())
                    .noneMatch(detection -> detection.openedAt().isBefore(reading.time())
                            && detection
                                    .openedAt()
                                    .isBefore(PLAN.split().train().end()));
        }
    }

    @Test
    void scalersSeeTheTrainingPartAlone() {
        List<Reading> readings = readings(FLOW, 1);
        int end = (int) PLAN.split().train().length().toMinutes();
        List<Reading> shiftedLater = new ArrayList<>(readings.subList(0, end));
        readings.subList(end, readings.size())
                .forEach(reading -> shiftedLater.add(Reading.good(FLOW, reading.time(), reading.value() + 1_000)));
        history.addReadings(shiftedLater);

        RobustScaler scaler = train(TrainingMonitor.NONE).scalers().get(0);

        assertThat(scaler.samples()).isEqualTo(end);
        assertThat(scaler.fittedOn().end())
                .isBeforeOrEqualTo(PLAN.split().train().end());
        assertThat(scaler.median()).isBetween(30.0, 70.0);
    }

    @Test
    void measuresTheWholeOfValidationWhereWindowsFitIntoThePurgeGap() {
        history.addReadings(readings(FLOW, 1));

        PartMetrics metrics = train(TrainingMonitor.NONE).parts().get(0).metrics();

        assertThat(metrics.samples())
                .isBetween(
                        PLAN.split().validation().length().toMinutes() - 1,
                        PLAN.split().validation().length().toMinutes());
        assertThat(metrics.measured()).isEqualTo(INTERVAL.multipliedBy(metrics.samples()));
        assertThat(metrics.requestedPerDay()).isEqualTo(Sensitivity.NORMAL.falseAlarmsPerDay());
    }

    @Test
    void onNormalOperationTheObservedRateIsNearTheRequestedOne() {
        history.addReadings(readings(FLOW, 1));

        PartMetrics metrics = train(TrainingMonitor.NONE).parts().get(0).metrics();

        RateCheck sevenADay = metrics.rates().get(1);
        assertThat(sevenADay.requestedPerDay()).isCloseTo(7, within(1e-9));
        assertThat(sevenADay.observed() / metrics.days()).isBetween(1.75, 14.0);
        assertThat(metrics.episodes()).isLessThanOrEqualTo(2);
    }

    @Test
    void aFaultInValidationIsCountedAsAnEpisode() {
        List<Reading> readings = readings(FLOW, 1);
        int fault =
                (int) Duration.between(START, PLAN.split().validation().start()).toMinutes() + 2_000;
        for (int i = fault; i < fault + 30; i++) {
            readings.set(i, Reading.good(FLOW, readings.get(i).time(), 200));
        }
        history.addReadings(readings);

        PartMetrics metrics = train(TrainingMonitor.NONE).parts().get(0).metrics();

        assertThat(metrics.episodes()).isPositive();
        assertThat(metrics.rates().get(0).observed()).isPositive();
    }

    @Test
    void neverTrainsOrMeasuresOnTheTestPart() {
        history.addReadings(readings(FLOW, 1));

        train(TrainingMonitor.NONE);

        List<TimeSpan> afterGrading = history.asked().subList(2, history.asked().size());
        assertThat(afterGrading).hasSize(3);
        assertThat(afterGrading).noneMatch(span -> span.overlaps(PLAN.split().test()));
    }

    @Test
    void nothingOfTheEmbargoIsUsed() {
        history.addReadings(readings(FLOW, 1));
        Instant end = PLAN.split().train().end();
        TimeSpan embargo = new TimeSpan(end, end.plus(PLAN.split().gap().embargo()));

        train(TrainingMonitor.NONE);

        assertThat(embargo.length()).isPositive();
        assertThat(history.asked().subList(2, history.asked().size())).noneMatch(span -> span.overlaps(embargo));
    }

    @Test
    void aPurgeGapThatIsTooShortCostsValidationAndDoesNotLeak() {
        history.addReadings(readings(FLOW, 1));
        TimeSplit tight =
                TimeSplit.of(PLAN.split().whole(), SplitShares.USUAL, new Gap(Duration.ZERO, Duration.ofMinutes(30)));

        ModelVersion model = trainer(history, new NoveltyTraining())
                .train(PUMP, new TrainingPlan(tight, Sensitivity.NORMAL), 1, TrainingMonitor.NONE);

        assertThat(model.leakage().isClean()).isTrue();
        assertThat(model.parts().get(0).metrics().samples())
                .isBetween(
                        tight.validation().length().toMinutes() - NoveltyTraining.WINDOW_SAMPLES,
                        tight.validation().length().toMinutes() - NoveltyTraining.WINDOW_SAMPLES + 31);
    }

    @Test
    void refusesToGiveOutAModelThatWasFittedOnMoreThanTheTrainingPart() {
        history.addReadings(readings(FLOW, 1));
        PartTrainer cheat = (training, progress) -> List.of(new TrainedPart(
                new PartKind("cheat"),
                FLOW,
                training.plan().split().whole(),
                new byte[] {1},
                new PartMetrics(Duration.ZERO, 0, 0, List.of(new RateCheck(0.1, 0)))));

        assertThatExceptionOfType(LeakageException.class)
                .isThrownBy(() -> trainer(history, cheat).train(PUMP, PLAN, 1, TrainingMonitor.NONE))
                .withMessageContaining("What is called the cheat part of P-101/flow was fitted from");
    }

    @Test
    void partsOfSeveralKindsGoIntoOneModel() {
        history.addReadings(readings(FLOW, 1));
        PartKind whole = new PartKind("asset");
        PartTrainer asset = (training, progress) -> List.of(new TrainedPart(
                whole,
                new SensorId(training.asset().id(), "asset"),
                training.plan().split().train(),
                new byte[] {1},
                new PartMetrics(Duration.ZERO, 0, 0, List.of(new RateCheck(0.1, 0)))));

        ModelVersion model = trainer(history, new NoveltyTraining(), asset).train(PUMP, PLAN, 1, TrainingMonitor.NONE);

        assertThat(model.parts()).extracting(TrainedPart::kind).containsExactly(PartKind.NOVELTY, whole);
    }

    @Test
    void saysWhatToDoWhereThereIsNothingToTrainOn() {
        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> train(TrainingMonitor.NONE))
                .withMessageStartingWith("No sensor of Lift pump 1 has enough readings from 2026-03-01T00:00:00Z to")
                .withMessageEndingWith("choose a longer span or import history.");
    }

    @Test
    void progressGrowsFromNothingToOneAndSaysWhatIsDone() {
        history.addReadings(readings(FLOW, 1));
        Watcher watcher = new Watcher(2);

        train(watcher);

        assertThat(watcher.done).isSorted().hasSizeGreaterThan(10);
        assertThat(watcher.done.get(0)).isZero();
        assertThat(watcher.done.get(watcher.done.size() - 1)).isEqualTo(1);
        assertThat(watcher.sentences)
                .contains("Grading flow.", "Training on flow.", "Measuring the model of flow.")
                .endsWith("The model of Lift pump 1 is trained.");
    }

    @Test
    void endsAtOnceWhenItIsCancelled() {
        history.addReadings(readings(FLOW, 1));
        Watcher watcher = new Watcher(0.3);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> train(watcher));

        assertThat(watcher.done.get(watcher.done.size() - 1)).isBetween(0.3, 0.5);
    }

    @Test
    void theSameReadingsGiveTheSameModel() {
        history.addReadings(readings(FLOW, 1));

        assertThat(train(TrainingMonitor.NONE)).isEqualTo(train(TrainingMonitor.NONE));
    }

    @Test
    void trainsOnTheHistoryOnDiskAndItsModelSurvivesItsBytes(@TempDir Path directory) throws IOException {
        history.addReadings(readings(FLOW, 1));
        ModelVersion fromMemory = train(TrainingMonitor.NONE);

        ModelVersion fromDisk;
        try (QuestDbHistory disk = QuestDbHistory.open(directory, InstantSource.fixed(NOW))) {
            disk.addReadings(readings(FLOW, 1));
            fromDisk = trainer(disk, new NoveltyTraining()).train(PUMP, PLAN, 3, TrainingMonitor.NONE);
        }

        assertThat(fromDisk).isEqualTo(fromMemory);
        assertThat(ModelFormat.decode(ModelFormat.encode(fromDisk))).isEqualTo(fromDisk);
    }

    @Test
    void gradesWhatIsLittle() {
        List<Reading> readings = readings(FLOW, 1);
        history.addReadings(readings.subList(0, readings.size() / 2));

        assertThat(train(TrainingMonitor.NONE).grades().get(0).has(GradeReason.Kind.LITTLE_HISTORY))
                .isTrue();
    }

    private ModelVersion train(TrainingMonitor monitor) {
        return trainer(history, new NoveltyTraining()).train(PUMP, PLAN, 3, monitor);
    }

    private static Trainer trainer(ReadingHistory history, PartTrainer... trainers) {
        return new Trainer(history, List.of(trainers), InstantSource.fixed(NOW));
    }

    /** A wave of an hour and noise, a reading a minute. */
    private static List<Reading> readings(SensorId sensor, long seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        for (int minute = 0; minute < DAYS * 24 * 60; minute++) {
            double value = 50 + 10 * Math.sin(minute * 2 * Math.PI / 60) + random.nextGaussian();
            readings.add(Reading.good(sensor, START.plus(INTERVAL.multipliedBy(minute)), value));
        }
        return readings;
    }

    /** Notes all progress, and cancels once a share of it is done. */
    private static final class Watcher implements TrainingMonitor {
        private final double cancelAt;
        private final List<Double> done = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();

        private Watcher(double cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void progress(double share, String sentence) {
            done.add(share);
            sentences.add(sentence);
        }

        @Override
        public boolean cancelled() {
            return !done.isEmpty() && done.get(done.size() - 1) >= cancelAt;
        }
    }
}
