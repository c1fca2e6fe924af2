package dev.watchkeeper.engine.drift;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one feature of a sensor has moved away from its reference.
 *
 * @param reference where it lay in the reference
 * @param current where it lies in the current windows
 * @param adwin of the readings themselves: how far ADWIN's window lies from the reference, in spreads of the reference, once
 *     ADWIN has found a change; for {@link DriftFeature#MEAN} and {@link DriftFeature#STANDARD_DEVIATION} only
 * @param psi the population stability index over ten equally frequent bins of the reference, without the part that is due
 *     to few windows; usual limits are 0.1 (watch) and 0.2 (act), the limit here is never below 0.2
 * @param size how far the mean of the feature moved, in spreads of the reference, signed; NaN while there are too few windows
 * @param sinceOrNull when it began, as well as can be told; null exactly when the stage is {@link DriftStage#STEADY}
 */
public record FeatureDrift(
        DriftFeature feature,
        FeatureLevel reference,
        FeatureLevel current,
        DriftStatistic adwin,
        DriftStatistic psi,
        DistributionDistance distance,
        DriftDirection direction,
        double size,
        DriftStage stage,
        @Nullable Instant sinceOrNull) {
    /** @throws IllegalArgumentException when it is steady since some time, or not steady since none */
    public FeatureDrift {
        if ((stage == DriftStage.STEADY) != (sinceOrNull == null)) {
            throw new IllegalArgumentException(feature.code() + " is " + stage + " since " + sinceOrNull);
        }
    }

    /** The drift curve: the worst of the statistics in limits, see {@link #score(double, double, double)}. */
    public double score() {
        return score(adwin.ratio(), psi.ratio(), distance.statistic().ratio());
    }

    /**
     * The worst of the statistics, each in its own limits; from 1 on it speaks for drift. The stability index counts only as far
     * as the distance reaches half its limit: of values that an instrument rounds to few steps the bins may change while
     * the values hardly do.
     */
    static double score(double adwin, double psi, double distance) {
        return Math.max(adwin, Math.max(distance, Math.min(psi, 2 * distance)));
    }

    public boolean isDrifting() {
        return stage == DriftStage.DRIFTING;
    }

    public Optional<Instant> since() {
        return Optional.ofNullable(sinceOrNull);
    }
}
