package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches one sensor for drift away from its {@link DriftReference}: one pass, bounded memory (about 25 kB with the
 * reference). Not thread-safe; the same readings give the same reports, bit for bit, with a {@link #snapshot} and
 * restore anywhere between them.
 */
public final class DriftWatch {
    private static final String MAGIC = "WKDW";
    private static final int VERSION = 1;

    private final DriftReference reference;
    private final LevelChange level;
    private final LevelChange deviation;
    private final LocalDeviation local;
    private final WindowCut window;
    private final RecentWindows recent;
    private final StageTrack[] stages;
    private final FeatureReference.Comparison[] compared;
    private long newestMillis = Long.MIN_VALUE;

    public DriftWatch(DriftReference reference) {
        this.reference = reference;
        level = new LevelChange(reference.level());
        deviation = new LevelChange(reference.deviation());
        local = new LocalDeviation(reference.windowReadings());
        window = new WindowCut(
                reference.windowReadings(),
                reference.features().stream().map(FeatureReference::feature).toList());
        recent = new RecentWindows(reference.features().size());
        stages = new StageTrack[reference.features().size()];
        compared = new FeatureReference.Comparison[stages.length];
        for (int i = 0; i < stages.length; i++) {
            stages[i] = new StageTrack();
        }
        compare();
    }

    /**
     * The watch as it was when the snapshot was taken.
     *
     * @throws UnreadableStateException when the bytes are no snapshot of this
     */
    public static DriftWatch restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        DriftWatch watch = new DriftWatch(DriftReference.restore(in.getBytes()));
        watch.level.read(in);
        watch.deviation.read(in);
        watch.local.read(in);
        watch.window.read(in);
        watch.recent.read(in);
        for (StageTrack stage : watch.stages) {
            stage.read(in);
        }
        watch.newestMillis = in.getLong();
        in.end();
        watch.compare();
        return watch;
    }

    public SensorId sensor() {
        return reference.sensor();
    }

    /** What it compares with. */
    public DriftReference reference() {
        return reference;
    }

    /**
     * Takes in a reading. A report comes at the end of each window of {@link DriftReference#windowReadings} readings, and at
     * once when the stage of a feature changes.
     *
     * @param timeMillis event time in milliseconds since 1970; a reading that is not newer than the one before is left out
     * @param value in the sensor's unit; NaN or infinite where nothing usable was measured
     */
    public Optional<DriftReport> take(long timeMillis, double value) {
        if (timeMillis <= newestMillis) {
            return Optional.empty();
        }
        newestMillis = timeMillis;
        boolean report = Double.isFinite(value) && takeLevels(timeMillis, value) && step(false);
        if (window.add(timeMillis, value)) {
            recent.add(window.startMillis(), atLikeTime(window.features()));
            compare();
            step(true);
            report = true;
        }
        return report ? Optional.of(report()) : Optional.empty();
    }

    private boolean takeLevels(long timeMillis, double value) {
        double like = reference.atLikeTime(timeMillis, value);
        boolean turned = level.add(timeMillis, like);
        double off = local.next(like);
        if (Double.isNaN(off)) {
            return turned;
        }
        boolean deviates = deviation.add(timeMillis, off);
        if (turned && level.isChanged() && deviation.sinceMillis() >= level.sinceMillis()) {
            deviation.reset();
        }
        return turned || deviates;
    }

    private double[] atLikeTime(double[] features) {
        double[] like = new double[stages.length];
        for (int i = 0; i < like.length; i++) {
            like[i] = reference.features().get(i).atLikeTime(newestMillis, features[i]);
        }
        return like;
    }

    private void compare() {
        for (int i = 0; i < compared.length; i++) {
            FeatureReference feature = reference.features().get(i);
            double[] current = recent.sorted(i);
            compared[i] =
                    current.length < FeatureReference.FEWEST_WINDOWS ? feature.unknown() : feature.compare(current);
        }
    }

    private boolean step(boolean windowEnds) {
        boolean other = false;
        for (int i = 0; i < stages.length; i++) {
            int at = i;
            double score = FeatureDrift.score(
                    adwin(i).ratio(),
                    compared[i].psi().ratio(),
                    compared[i].distance().statistic().ratio());
            other |= stages[i].step(score, newestMillis, windowEnds, () -> began(at));
        }
        return other;
    }

    private long began(int feature) {
        DriftFeature which = reference.features().get(feature).feature();
        if (which == DriftFeature.MEAN && level.isChanged()) {
            return level.sinceMillis();
        }
        if (which == DriftFeature.STANDARD_DEVIATION && deviation.isChanged()) {
            return deviation.sinceMillis();
        }
        return recent.departure(feature, reference.features().get(feature).level());
    }

    private DriftStatistic adwin(int feature) {
        return switch (reference.features().get(feature).feature()) {
            case MEAN -> level.statistic();
            case STANDARD_DEVIATION -> deviation.statistic();
            default -> DriftStatistic.NONE;
        };
    }

    private DriftReport report() {
        List<FeatureDrift> features = new ArrayList<>();
        for (int i = 0; i < stages.length; i++) {
            FeatureReference.Comparison comparison = compared[i];
            StageTrack stage = stages[i];
            features.add(new FeatureDrift(
                    reference.features().get(i).feature(),
                    reference.features().get(i).level(),
                    comparison.current(),
                    adwin(i),
                    comparison.psi(),
                    comparison.distance(),
                    direction(i),
                    comparison.size(),
                    stage.stage(),
                    stage.stage() == DriftStage.STEADY ? null : Instant.ofEpochMilli(stage.sinceMillis())));
        }
        long start = recent.size() == 0 ? window.startMillis() : recent.startMillis();
        TimeSpan span = new TimeSpan(Instant.ofEpochMilli(start), Instant.ofEpochMilli(newestMillis + 1));
        return new DriftReport(sensor(), span, reference.fittedOn(), features);
    }

    private DriftDirection direction(int feature) {
        DriftFeature which = reference.features().get(feature).feature();
        if (which == DriftFeature.MEAN && level.isChanged()) {
            return level.size() > 0 ? DriftDirection.ROSE : DriftDirection.FELL;
        }
        if (which == DriftFeature.STANDARD_DEVIATION && deviation.isChanged()) {
            return deviation.size() > 0 ? DriftDirection.WIDER : DriftDirection.NARROWER;
        }
        return compared[feature].direction();
    }

    /** A watch that goes on from here on its own. */
    public DriftWatch copy() {
        return restore(snapshot());
    }

    /** Everything that is needed to go on from here, with the reference, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putBytes(reference.toBytes());
        level.write(out);
        deviation.write(out);
        local.write(out);
        window.write(out);
        recent.write(out);
        for (StageTrack stage : stages) {
            stage.write(out);
        }
        out.putLong(newestMillis);
        return out.toBytes();
    }
}
