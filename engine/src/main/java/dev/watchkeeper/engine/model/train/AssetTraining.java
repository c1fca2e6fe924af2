package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.asset.AssetDetector;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.detect.asset.JudgedSample;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.PartMetrics;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.leakage.ReadingUse;
import dev.watchkeeper.engine.model.leakage.WindowUse;
import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains an {@link AssetWatch} for an asset of several sensors. The first half of the training part, and no more than 20,000
 * samples, is the span in which it learns baselines, correlations and, walk-forward, scales; on the rest it goes on as it
 * will in operation, and learns how rare its scores are. On validation it goes on from the purge gap and counts only once no
 * value from before bears on a score; what is kept is the state at the end of training, without an open episode.
 */
public final class AssetTraining implements PartTrainer {
    /** About as many samples bear on a score, as its values are smoothed over them. */
    static final int WINDOW_SAMPLES = 20;

    /** A sensor that is silent keeps its last value for as many of its steps. */
    private static final int HELD_STEPS = 3;

    private static final int MOST_SAMPLES = 20_000;
    /** The most values that are held while baselines are learned. */
    private static final int MOST_VALUES = 1 << 22;

    /** So strict that no episode opens while it trains. */
    private static final Sensitivity SILENT = new Sensitivity(Double.MIN_VALUE);

    private static final double TRAIN_SHARE = 0.7;

    @Override
    public List<TrainedPart> train(Training training, Progress progress) {
        List<SensorId> sensors =
                training.asset().sensors().stream().map(Sensor::id).toList();
        Optional<Duration> interval = sensors.stream()
                .map(training::usualInterval)
                .filter(usual -> !usual.isZero())
                .min(Comparator.naturalOrder());
        if (sensors.size() < 2 || interval.isEmpty()) {
            return List.of();
        }
        return new Run(training, sensors, interval.get(), progress)
                .train().stream().toList();
    }

    /** The training of one asset. */
    private static final class Run {
        private final Training training;
        private final List<SensorId> sensors;
        private final Duration interval;
        private final Progress progress;
        private final ReadingsTogether readings;

        Run(Training training, List<SensorId> sensors, Duration interval, Progress progress) {
            this.training = training;
            this.sensors = sensors;
            this.interval = interval;
            this.progress = progress;
            readings = new ReadingsTogether(training.history(), sensors, interval);
        }

        Optional<TrainedPart> train() {
            TimeSpan train = training.plan().split().train();
            long expected = Math.min(MOST_SAMPLES * 2L, train.length().dividedBy(interval));
            Learned learned = learn(trainingSamples(expected));
            if (!learned.isTrained && learned.samples / 2 >= AssetDetector.FEWEST_TRAINING_SAMPLES) {
                learned = learn(trainingSamples(learned.samples));
            }
            if (!learned.isTrained) {
                return Optional.empty();
            }
            AssetWatch watch = learned.watch;
            watch.setSensitivity(training.plan().sensitivity());
            byte[] snapshot = watch.snapshot();
            TimeSpan fittedOn = learned.all.span();
            learned.bySensor.forEach((sensor, extent) -> note(sensor, Part.TRAINING, extent.span(), extent.span()));
            PartMetrics metrics = measure(watch, progress.within(TRAIN_SHARE, 1));
            SensorId whole = new SensorId(training.asset().id(), AssetWatch.WHOLE);
            return Optional.of(new TrainedPart(PartKind.ASSET, whole, fittedOn, snapshot, metrics));
        }

        private int trainingSamples(long samples) {
            long most = Math.min(MOST_SAMPLES, MOST_VALUES / sensors.size());
            return (int) Math.max(AssetDetector.FEWEST_TRAINING_SAMPLES, Math.min(most, samples / 2));
        }

        private Learned learn(int trainingSamples) {
            TimeSpan train = training.plan().split().train();
            Learned learned = new Learned(new AssetWatch(
                    training.asset().id(), sensors, SILENT, new AssetDetector(sensors.size(), trainingSamples)));
            String sentence = "Training on all sensors of " + training.asset().label() + " together.";
            Progress learning = progress.within(0, TRAIN_SHARE);
            learning.report(0, sentence);
            Ticks ticks = new Ticks();
            readings.forEach(train, reading -> {
                learned.take(reading.sensor(), reading.time(), reading.value());
                if (ticks.isDue()) {
                    learning.report(train, reading.time(), sentence);
                }
            });
            learned.count(learned.watch.flush());
            return learned;
        }

        private PartMetrics measure(AssetWatch watch, Progress measuring) {
            TimeSpan validation = training.plan().split().validation();
            Instant from = training.plan().split().windowsFrom(Part.VALIDATION).orElseThrow();
            TimeSpan read = new TimeSpan(from, validation.end());
            ValidationRun run = new ValidationRun(watch.sensitivity(), counted(from, validation), WINDOW_SAMPLES);
            Map<SensorId, Extent> extents = new HashMap<>();
            String sentence =
                    "Measuring the model of all sensors of " + training.asset().label() + ".";
            measuring.report(0, sentence);
            Ticks ticks = new Ticks();
            readings.forEach(read, reading -> {
                extents.computeIfAbsent(reading.sensor(), ignored -> new Extent())
                        .add(reading.time());
                watch.take(reading.sensor(), reading.time().toEpochMilli(), reading.value())
                        .ifPresent(sample -> run.add(Instant.ofEpochMilli(sample.timeMillis()), sample.verdict()));
                if (ticks.isDue()) {
                    measuring.report(read, reading.time(), sentence);
                }
            });
            watch.flush().ifPresent(sample -> run.add(Instant.ofEpochMilli(sample.timeMillis()), sample.verdict()));
            if (run.windows().isPresent()) {
                extents.forEach((sensor, extent) -> note(sensor, Part.VALIDATION, extent.span(), extent.span()));
            }
            return run.metrics(interval);
        }

        /** Validation from when on no sensor keeps a value from before the first reading of the run. */
        private TimeSpan counted(Instant from, TimeSpan validation) {
            Duration slowest = sensors.stream()
                    .map(training::usualInterval)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Instant free = from.plus(slowest.multipliedBy(HELD_STEPS));
            Instant start = free.isAfter(validation.start()) ? free : validation.start();
            return start.isBefore(validation.end())
                    ? new TimeSpan(start, validation.end())
                    : new TimeSpan(validation.end(), validation.end());
        }

        private void note(SensorId sensor, Part part, TimeSpan used, TimeSpan windows) {
            training.uses().add(new ReadingUse(sensor, part, used));
            training.uses().add(new WindowUse(sensor, part, windows));
        }
    }

    /** A watch that learns, and what it has learned from. */
    private static final class Learned {
        final AssetWatch watch;
        final Extent all = new Extent();
        final Map<SensorId, Extent> bySensor = new HashMap<>();
        long samples;
        boolean isTrained;

        Learned(AssetWatch watch) {
            this.watch = watch;
        }

        void take(SensorId sensor, Instant time, double value) {
            all.add(time);
            bySensor.computeIfAbsent(sensor, ignored -> new Extent()).add(time);
            count(watch.take(sensor, time.toEpochMilli(), value));
        }

        void count(Optional<JudgedSample> judged) {
            judged.ifPresent(sample -> {
                samples++;
                isTrained |= !sample.verdict().score().warmingUp();
            });
        }
    }
}
