package dev.watchkeeper.stream;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.PartMetrics;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.leakage.LeakageReport;
import dev.watchkeeper.engine.model.leakage.LeakageVerdict;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Models trained on readings of the day before those that are judged. */
public final class Trained {
    public static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
    public static final Instant BEFORE = START.minus(Duration.ofDays(1));

    private Trained() {}

    /** A model with a part for each sensor, and one for all where there are several. */
    public static ModelVersion model(int number, long seed, SensorId... sensors) {
        List<TrainedPart> parts = new ArrayList<>();
        List<List<Reading>> all = new ArrayList<>();
        for (SensorId sensor : sensors) {
            SensorWatch watch = new SensorWatch(sensor, Sensitivity.NORMAL);
            List<Reading> readings = wave(sensor, BEFORE, 2_000, seed);
            readings.forEach(reading -> watch.judge(reading.time().toEpochMilli(), reading.value()));
            watch.takePlaceOf(null);
            parts.add(part(PartKind.NOVELTY, sensor, watch.snapshot()));
            all.add(readings);
        }
        AssetId asset = sensors[0].asset();
        if (sensors.length > 1) {
            AssetWatch whole = new AssetWatch(asset, List.of(sensors), Sensitivity.NORMAL);
            together(all)
                    .forEach(reading ->
                            whole.take(reading.sensor(), reading.time().toEpochMilli(), reading.value()));
            whole.flush();
            whole.takePlaceOf(null);
            parts.add(part(PartKind.ASSET, new SensorId(asset, AssetWatch.WHOLE), whole.snapshot()));
        }
        return version(asset, number, parts);
    }

    /** A model with bytes that cannot be packed, nor restored. */
    public static ModelVersion large(AssetId asset, int number, int bytes) {
        byte[] snapshot = new byte[bytes];
        new Random(bytes).nextBytes(snapshot);
        return version(asset, number, List.of(part(PartKind.NOVELTY, new SensorId(asset, "flow"), snapshot)));
    }

    public static ModelVersion version(AssetId asset, int number, List<TrainedPart> parts) {
        TimeSplit split =
                new TimeSplit(hours(0, 12), hours(13, 18), hours(19, 24), new Gap(Duration.ZERO, Duration.ZERO));
        return new ModelVersion(
                asset,
                number,
                START.plusSeconds(number),
                split,
                Sensitivity.NORMAL,
                parts,
                List.of(),
                List.of(),
                new LeakageVerdict(new LeakageReport.Checked(0, 0, 0, 0, 0), List.of()));
    }

    public static TrainedPart part(PartKind kind, SensorId subject, byte[] snapshot) {
        PartMetrics metrics = new PartMetrics(Duration.ZERO, 0, 0, List.of(new RateCheck(0.7, 0)));
        return new TrainedPart(kind, subject, hours(0, 12), snapshot, metrics);
    }

    private static TimeSpan hours(int from, int to) {
        return new TimeSpan(BEFORE.plus(Duration.ofHours(from)), BEFORE.plus(Duration.ofHours(to)));
    }

    /** The trained watch of a sensor as it is in the model. */
    public static SensorWatch watch(ModelVersion model, SensorId sensor) {
        return SensorWatch.restore(
                model.part(PartKind.NOVELTY, sensor).orElseThrow().snapshot());
    }

    /** A wave of six minutes with noise, read once a second. */
    public static List<Reading> wave(SensorId sensor, Instant from, int samples, long seed) {
        Random random = new Random(seed + 31L * sensor.name().hashCode());
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            double value = 50 + 5 * Math.sin(i / 60.0) + 0.3 * random.nextGaussian();
            readings.add(Reading.good(sensor, from.plusSeconds(i), value));
        }
        return readings;
    }

    /** The same readings with values raised from one to before another. */
    public static List<Reading> raised(List<Reading> readings, int from, int to, double by) {
        List<Reading> raised = new ArrayList<>(readings);
        for (int i = from; i < to; i++) {
            Reading reading = readings.get(i);
            raised.set(i, Reading.good(reading.sensor(), reading.time(), reading.value() + by));
        }
        return raised;
    }

    /** Several sensors' readings in the order of time. */
    public static List<Reading> together(List<List<Reading>> sensors) {
        return sensors.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Reading::time))
                .toList();
    }
}
