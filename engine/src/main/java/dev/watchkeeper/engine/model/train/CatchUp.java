package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets the parts of a trained model go on over the readings that came after those it was trained on, as they will in operation:
 * else all that is usual since would be new to them when they take over, and they would tell of it. What was measured of the
 * model stays as it is; it was measured before. Parts of kinds that are not known here stay as they are.
 *
 * <p>Works in the calling thread, for about 3 µs a reading. The same readings give the same parts.
 */
public final class CatchUp {
    /** So strict that no episode opens meanwhile. */
    private static final Sensitivity SILENT = new Sensitivity(Double.MIN_VALUE);

    private final ReadingHistory history;

    /** @param leftOut nothing of it is learned from */
    public CatchUp(ReadingHistory history, LeftOut leftOut) {
        this.history = new LeftOutHistory(history, leftOut);
    }

    /**
     * The same version with parts that have gone on.
     *
     * @param until event time; readings from then on are left to the detection job
     * @throws java.util.concurrent.CancellationException when the monitor cancelled
     */
    public ModelVersion goOn(ModelVersion model, Instant until, TrainingMonitor monitor) {
        Progress progress = Progress.whole(monitor);
        List<TrainedPart> parts = new ArrayList<>();
        for (int i = 0; i < model.parts().size(); i++) {
            TrainedPart part = model.parts().get(i);
            Progress step = progress.step(i, model.parts().size());
            TimeSpan since = new TimeSpan(
                    part.fittedOn().end(), later(until, part.fittedOn().end()));
            if (part.kind().equals(PartKind.NOVELTY)) {
                parts.add(part.goneOn(sensor(model, part, since, step)));
            } else if (part.kind().equals(PartKind.ASSET)) {
                parts.add(part.goneOn(together(model, part, since, step)));
            } else {
                parts.add(part);
            }
        }
        progress.report(1, "The model has caught up with history.");
        return model.withParts(parts);
    }

    private byte[] sensor(ModelVersion model, TrainedPart part, TimeSpan since, Progress progress) {
        SensorWatch watch = SensorWatch.restore(part.snapshot());
        watch.setSensitivity(SILENT);
        Ticks ticks = new Ticks();
        history.forEachReading(part.subject(), since, reading -> {
            watch.judge(reading.time().toEpochMilli(), reading.value());
            report(progress, ticks, since, reading.time());
        });
        watch.setSensitivity(model.sensitivity());
        return watch.snapshot();
    }

    private byte[] together(ModelVersion model, TrainedPart part, TimeSpan since, Progress progress) {
        AssetWatch watch = AssetWatch.restore(part.snapshot());
        watch.setSensitivity(SILENT);
        Ticks ticks = new Ticks();
        new ReadingsTogether(history, watch.sensors(), shortestInterval(model, watch.sensors()))
                .forEach(since, reading -> {
                    watch.take(reading.sensor(), reading.time().toEpochMilli(), reading.value());
                    report(progress, ticks, since, reading.time());
                });
        watch.flush();
        watch.setSensitivity(model.sensitivity());
        return watch.snapshot();
    }

    private static void report(Progress progress, Ticks ticks, TimeSpan since, Instant time) {
        if (ticks.isDue()) {
            progress.report(since, time, "Going on over what came since.");
        }
    }

    private static Duration shortestInterval(ModelVersion model, List<SensorId> sensors) {
        Map<SensorId, SensorGrade> grades =
                model.grades().stream().collect(Collectors.toMap(SensorGrade::sensor, Function.identity()));
        return sensors.stream()
                .map(grades::get)
                .filter(grade -> grade != null)
                .map(grade -> grade.facts().usualInterval())
                .filter(interval -> !interval.isZero())
                .min(Duration::compareTo)
                .orElse(Duration.ofSeconds(1));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
