package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.PartMetrics;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.leakage.ReadingUse;
import dev.watchkeeper.engine.model.leakage.WindowUse;
import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains a {@link SensorWatch} for each sensor that has at least 200 readings in the training part. On validation a copy goes
 * on from the purge gap and counts only once all its windows lie in gap and validation; what is kept is the state at the end
 * of training, without an open episode.
 */
public final class NoveltyTraining implements PartTrainer {
    /** At least as many samples as a {@link SensorWatch} judges at once. */
    public static final int WINDOW_SAMPLES = 192;

    /** Detectors keep silent for the first 150 samples. */
    static final int FEWEST_READINGS = 200;

    /** So strict that no episode opens while it trains. */
    private static final Sensitivity SILENT = new Sensitivity(Double.MIN_VALUE);

    private static final double TRAIN_SHARE = 0.7;

    @Override
    public List<TrainedPart> train(Training training, Progress progress) {
        List<TrainedPart> parts = new ArrayList<>();
        List<Sensor> sensors = training.asset().sensors();
        for (int i = 0; i < sensors.size(); i++) {
            train(training, sensors.get(i), progress.step(i, sensors.size())).ifPresent(parts::add);
        }
        return parts;
    }

    private static Optional<TrainedPart> train(Training training, Sensor sensor, Progress progress) {
        SensorWatch watch = new SensorWatch(sensor.id(), SILENT);
        Extent extent = new Extent();
        TimeSpan train = training.plan().split().train();
        String sentence = "Training on " + sensor.label() + ".";
        progress.report(0, sentence);
        Ticks ticks = new Ticks();
        training.history().forEachReading(sensor.id(), train, reading -> {
            watch.judge(reading.time().toEpochMilli(), reading.value());
            extent.add(reading.time());
            if (ticks.isDue()) {
                progress.within(0, TRAIN_SHARE).report(train, reading.time(), sentence);
            }
        });
        if (extent.readings() < FEWEST_READINGS) {
            return Optional.empty();
        }
        watch.setSensitivity(training.plan().sensitivity());
        byte[] snapshot = watch.snapshot();
        note(training, sensor.id(), Part.TRAINING, extent.span(), extent.span());
        PartMetrics metrics = measure(training, sensor, watch, progress.within(TRAIN_SHARE, 1));
        return Optional.of(new TrainedPart(PartKind.NOVELTY, sensor.id(), extent.span(), snapshot, metrics));
    }

    private static PartMetrics measure(Training training, Sensor sensor, SensorWatch watch, Progress progress) {
        TimeSpan validation = training.plan().split().validation();
        Instant from = training.plan().split().windowsFrom(Part.VALIDATION).orElseThrow();
        TimeSpan read = new TimeSpan(from, validation.end());
        ValidationRun run = new ValidationRun(watch.sensitivity(), validation, WINDOW_SAMPLES);
        Extent extent = new Extent();
        String sentence = "Measuring the model of " + sensor.label() + ".";
        progress.report(0, sentence);
        Ticks ticks = new Ticks();
        training.history().forEachReading(sensor.id(), read, reading -> {
            run.add(reading.time(), watch.judge(reading.time().toEpochMilli(), reading.value()));
            extent.add(reading.time());
            if (ticks.isDue()) {
                progress.report(read, reading.time(), sentence);
            }
        });
        run.windows().ifPresent(windows -> note(training, sensor.id(), Part.VALIDATION, extent.span(), windows));
        return run.metrics(training.usualInterval(sensor.id()));
    }

    private static void note(Training training, SensorId sensor, Part part, TimeSpan readings, TimeSpan windows) {
        training.uses().add(new ReadingUse(sensor, part, readings));
        training.uses().add(new WindowUse(sensor, part, windows));
    }
}
