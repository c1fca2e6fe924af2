package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftWatch;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the {@link DriftWatch} over {@link DriftStream}s, one reading a minute, and counts delays, misses and false alarms. */
public final class DriftEvaluation {
    /** How many streams there are of each kind. */
    static final int STREAMS = 60;

    private static final SensorId SENSOR = SensorId.of("evaluation", "stream");
    private static final Instant START = Instant.EPOCH;
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /**
     * Runs all streams in the calling thread.
     *
     * @param progress is told the share that is done
     * @throws CancellationException when cancelled
     */
    public DriftResult run(DoubleConsumer progress, BooleanSupplier cancelled) {
        List<DriftOutcome> outcomes = new ArrayList<>();
        DriftStream.Kind[] kinds = DriftStream.Kind.values();
        for (DriftStream.Kind kind : kinds) {
            for (int seed = 1; seed <= STREAMS; seed++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("the evaluation was cancelled");
                }
                outcomes.add(run(new DriftStream(kind, seed)));
                progress.accept((double) outcomes.size() / (kinds.length * STREAMS));
            }
        }
        return new DriftResult(outcomes);
    }

    static DriftOutcome run(DriftStream stream) {
        double[] values = stream.values();
        DriftReference.Fitter fitter = new DriftReference.Fitter(SENSOR);
        for (int i = 0; i < DriftStream.REFERENCE; i++) {
            fitter.add(time(i), values[i]);
        }
        DriftWatch watch = new DriftWatch(fitter.fit().orElseThrow());
        int change = DriftStream.REFERENCE + DriftStream.CALM;
        Tally tally = new Tally(stream.kind().drifts() ? change : values.length);
        for (int i = DriftStream.REFERENCE; i < values.length; i++) {
            int at = i;
            watch.take(time(i).toEpochMilli(), values[i]).ifPresent(report -> tally.take(at, report));
        }
        return tally.outcome(stream);
    }

    private static Instant time(int reading) {
        return START.plus(INTERVAL.multipliedBy(reading));
    }

    /** Counts what is found anew in the reports of one stream. */
    private static final class Tally {
        private final int change;
        private final Set<DriftFeature> changed = EnumSet.noneOf(DriftFeature.class);
        private final Set<DriftFeature> drifting = EnumSet.noneOf(DriftFeature.class);
        private @Nullable Integer changeAfter;
        private @Nullable Integer driftAfter;
        private @Nullable Integer startError;
        private String feature = "";
        private int falseChanges;
        private int falseDrifts;

        Tally(int change) {
            this.change = change;
        }

        void take(int at, DriftReport report) {
            for (FeatureDrift drift : report.features()) {
                if (turned(changed, drift, drift.stage() != DriftStage.STEADY)) {
                    if (at < change) {
                        falseChanges++;
                    } else if (changeAfter == null) {
                        changeAfter = at - change + 1;
                        feature = drift.feature().code();
                    }
                }
                if (turned(drifting, drift, drift.isDrifting())) {
                    if (at < change) {
                        falseDrifts++;
                    } else if (driftAfter == null) {
                        driftAfter = at - change + 1;
                        Instant since = Objects.requireNonNull(drift.sinceOrNull());
                        startError = (int) Duration.between(time(change), since).dividedBy(INTERVAL);
                    }
                }
            }
        }

        private static boolean turned(Set<DriftFeature> features, FeatureDrift drift, boolean is) {
            if (is) {
                return features.add(drift.feature());
            }
            features.remove(drift.feature());
            return false;
        }

        DriftOutcome outcome(DriftStream stream) {
            return new DriftOutcome(
                    stream,
                    changeAfter,
                    driftAfter,
                    falseChanges,
                    falseDrifts,
                    change - DriftStream.REFERENCE,
                    feature,
                    startError);
        }
    }
}
