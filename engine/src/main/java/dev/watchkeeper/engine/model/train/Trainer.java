package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.ReferencePart;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.grade.SensorGrader;
import dev.watchkeeper.engine.model.leakage.DataUse;
import dev.watchkeeper.engine.model.leakage.LeakageReport;
import dev.watchkeeper.engine.model.leakage.ReadingUse;
import dev.watchkeeper.engine.model.scale.RobustScaler;
import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Makes model versions: grades the sensors, fits scalers and drift references and trains parts on the training part of the plan, measures them on
 * validation, and refuses to give out a model into whose training leaked what it is measured on. The test part is
 * graded, and otherwise not read: it is for comparing finished models.
 *
 * <p>Thread-safe as far as the history is. Training runs in the calling thread, for about 3 µs a reading; never call it in a
 * thread that draws. The same readings and plan give the same model but for its time.
 */
public final class Trainer {
    private static final double GRADING = 0.25;

    private final ReadingHistory history;
    private final List<PartTrainer> trainers;
    private final InstantSource clock;

    /** @param trainers one for each kind of part */
    public Trainer(ReadingHistory history, List<PartTrainer> trainers, InstantSource clock) {
        this.history = history;
        this.trainers = List.copyOf(trainers);
        this.clock = clock;
    }

    /**
     * Trains a version.
     *
     * @param number the version's number, from 1 on
     * @throws CancellationException when the monitor cancelled
     * @throws TrainingException when no sensor has enough readings in the training part
     * @throws dev.watchkeeper.engine.model.leakage.LeakageException when something leaked into training
     */
    public ModelVersion train(Asset asset, TrainingPlan plan, int number, TrainingMonitor monitor) {
        return train(asset, plan, LeftOut.NOTHING, number, monitor);
    }

    /**
     * The same, but nothing is learned from, or measured on, what is left out; it is graded all the same.
     *
     * @param leftOut noted as use of labels
     */
    public ModelVersion train(Asset asset, TrainingPlan plan, LeftOut leftOut, int number, TrainingMonitor monitor) {
        Progress progress = Progress.whole(monitor);
        DataUse.Log uses = new DataUse.Log();
        Map<SensorId, SensorGrade> grades = new LinkedHashMap<>();
        List<RobustScaler> scalers = new ArrayList<>();
        List<ReferencePart> references = new ArrayList<>();
        leftOut.note(asset.id(), plan.split(), uses);
        Progress grading = progress.within(0, GRADING);
        for (int i = 0; i < asset.sensors().size(); i++) {
            Sensor sensor = asset.sensors().get(i);
            grades.put(
                    sensor.id(),
                    survey(
                            sensor,
                            plan,
                            leftOut,
                            scalers,
                            references,
                            grading.step(i, asset.sensors().size())));
        }
        references.forEach(uses::add);
        scalers.forEach(scaler -> {
            uses.add(scaler);
            uses.add(new ReadingUse(scaler.sensor(), Part.TRAINING, scaler.fittedOn()));
        });

        List<TrainedPart> parts = new ArrayList<>();
        Training training = new Training(asset, plan, new LeftOutHistory(history, leftOut), grades, uses);
        for (int i = 0; i < trainers.size(); i++) {
            parts.addAll(
                    trainers.get(i).train(training, progress.within(GRADING, 1).step(i, trainers.size())));
        }
        if (parts.isEmpty()) {
            throw new TrainingException("No sensor of " + asset.label() + " has enough readings from "
                    + plan.split().train().start() + " to "
                    + plan.split().train().end()
                    + " to train on; choose a longer span or import history.");
        }
        parts.forEach(uses::add);

        LeakageReport report = LeakageReport.of(uses.of(plan.split()));
        report.failIfLeaking();
        progress.report(1, "The model of " + asset.label() + " is trained.");
        return new ModelVersion(
                asset.id(),
                number,
                clock.instant(),
                plan.split(),
                plan.sensitivity(),
                parts,
                scalers,
                List.copyOf(grades.values()),
                report.verdict(),
                references);
    }

    private SensorGrade survey(
            Sensor sensor,
            TrainingPlan plan,
            LeftOut leftOut,
            List<RobustScaler> scalers,
            List<ReferencePart> references,
            Progress progress) {
        String sentence = "Grading " + sensor.label() + ".";
        TimeSpan whole = plan.split().whole();
        TimeSpan train = plan.split().train();
        SensorGrader grader = new SensorGrader(sensor.id());
        RobustScaler.Fitter scaler = new RobustScaler.Fitter(sensor.id());
        DriftReference.Fitter reference = new DriftReference.Fitter(sensor.id());
        Predicate<Instant> kept = leftOut.keeping(sensor.id(), train);
        progress.report(0, sentence);
        Ticks ticks = new Ticks();
        history.forEachReading(sensor.id(), whole, reading -> {
            grader.add(reading);
            if (train.contains(reading.time()) && reading.quality() != Quality.BAD && kept.test(reading.time())) {
                scaler.add(reading.time(), reading.value());
                reference.add(reading.time(), reading.value());
            }
            if (ticks.isDue()) {
                progress.report(whole, reading.time(), sentence);
            }
        });
        scaler.fit().ifPresent(scalers::add);
        reference.fit().map(ReferencePart::of).ifPresent(references::add);
        return grader.grade();
    }
}
