package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;

/**
 * The distribution of one feature over the windows of the reference, at like time of the day, and the comparison of current windows
 * with it. About 2 kB. Immutable.
 */
final class FeatureReference {
    /** Distributions of more windows are kept as so many quantiles, and compared by Wasserstein's distance. */
    static final int MOST_QUANTILES = 256;
    /** Fewer windows than these are not compared. */
    static final int FEWEST_WINDOWS = 16;

    /** How improbable a distance of Kolmogorov and Smirnov must be. */
    private static final double RARE = 1e-5;
    /** The same for a mean, in standard errors. */
    private static final double STANDARD_ERRORS = 4.4;
    /** A distance less than this many spreads is of no interest, however sure it is. */
    private static final double LEAST = 0.75;
    /** From here on one can say which way a feature moved, in spreads. */
    private static final double MOVED = 0.25;

    private static final double WIDER = 1.25;
    private static final double NARROWER = 0.8;

    private final DriftFeature feature;
    private final DailyCourse course;
    private final double[] sample;
    private final long windows;
    private final double dependence;
    private final double unit;
    private final double naturalDistance;
    private final double naturalIndex;
    private final FeatureLevel level;
    private final Stability stability;

    /**
     * @param sample values without the daily course, ascending; thinned when there were more than {@link #MOST_QUANTILES}
     * @param windows from how many windows it was learned
     * @param dependence how many windows count as one, at least 1
     * @param unit what distances are measured in: the spread of the feature, or a larger one
     * @param naturalDistance how large a {@link #distance} is nothing new, judged by the reference itself
     * @param naturalIndex the same of the stability index
     */
    FeatureReference(
            DriftFeature feature,
            DailyCourse course,
            double[] sample,
            long windows,
            double dependence,
            double unit,
            double naturalDistance,
            double naturalIndex) {
        if (sample.length < FEWEST_WINDOWS
                || !(dependence >= 1)
                || !(unit > 0)
                || !(naturalDistance >= 0)
                || !(naturalIndex >= 0)) {
            throw new IllegalArgumentException("reference of " + feature.code() + " with " + sample.length
                    + " windows, dependence " + dependence + ", unit " + unit + ", natural distance " + naturalDistance
                    + " and index " + naturalIndex
                    + " is not usable");
        }
        this.feature = feature;
        this.course = course;
        this.sample = sample;
        this.windows = windows;
        this.dependence = dependence;
        this.unit = unit;
        this.naturalDistance = naturalDistance;
        this.naturalIndex = naturalIndex;
        level = new FeatureLevel(Quantiles.middle(sample), Quantiles.spread(sample));
        stability = new Stability(sample, Math.max(1, windows / dependence));
    }

    FeatureReference withNatural(double distance, double index) {
        return new FeatureReference(feature, course, sample, windows, dependence, unit, distance, index);
    }

    DriftFeature feature() {
        return feature;
    }

    FeatureLevel level() {
        return level;
    }

    /** A value of the feature as it would be at a time of the day that is as all others. */
    double atLikeTime(long timeMillis, double value) {
        return value - course.at(timeMillis);
    }

    /** What compared windows show. */
    record Comparison(
            FeatureLevel current,
            DriftStatistic psi,
            DistributionDistance distance,
            double size,
            DriftDirection direction) {}

    /** The comparison while there are too few windows. */
    Comparison unknown() {
        return new Comparison(
                FeatureLevel.UNKNOWN,
                DriftStatistic.NONE,
                new DistributionDistance(kind(), DriftStatistic.NONE, Double.NaN),
                Double.NaN,
                DriftDirection.UNMOVED);
    }

    /**
     * Compares windows with the reference.
     *
     * @param current at like time, ascending, at least {@link #FEWEST_WINDOWS}
     */
    Comparison compare(double[] current) {
        double independent = Math.max(1, current.length / dependence);
        double ofReference = Math.max(1, windows / dependence);
        double effective = independent * ofReference / (independent + ofReference);
        double distance = distance(current);
        DistributionDistance measured;
        if (kind() == DistributionDistance.Kind.KOLMOGOROV_SMIRNOV) {
            double limit = Math.max(KolmogorovSmirnov.distanceOf(RARE, effective), naturalDistance);
            measured = new DistributionDistance(
                    kind(), new DriftStatistic(distance, limit), KolmogorovSmirnov.pValue(distance, effective));
        } else {
            double chance = STANDARD_ERRORS * level.spread() / unit / Math.sqrt(effective);
            measured = new DistributionDistance(
                    kind(),
                    new DriftStatistic(distance, Math.max(Math.max(LEAST, chance), naturalDistance)),
                    Double.NaN);
        }
        FeatureLevel found = new FeatureLevel(Quantiles.middle(current), Quantiles.spread(current));
        double size = (found.mean() - level.mean()) / unit;
        DriftStatistic index = index(current);
        DriftStatistic psi = new DriftStatistic(index.value(), Math.max(index.limit(), naturalIndex));
        return new Comparison(found, psi, measured, size, direction(size, found));
    }

    /** The distance between the reference and current windows, in what the kind of distance is measured in. */
    double distance(double[] current) {
        return kind() == DistributionDistance.Kind.KOLMOGOROV_SMIRNOV
                ? KolmogorovSmirnov.distance(sample, current)
                : Wasserstein.distance(sample, current) / unit;
    }

    /** The stability index of current windows, with the limit that chance alone sets. */
    DriftStatistic index(double[] current) {
        return stability.of(current, Math.max(1, current.length / dependence));
    }

    private DriftDirection direction(double size, FeatureLevel current) {
        if (size >= MOVED) {
            return isOfWidth() ? DriftDirection.WIDER : DriftDirection.ROSE;
        }
        if (size <= -MOVED) {
            return isOfWidth() ? DriftDirection.NARROWER : DriftDirection.FELL;
        }
        double ratio = current.spread() / Math.max(level.spread(), Double.MIN_NORMAL);
        return ratio > WIDER
                ? DriftDirection.WIDER
                : ratio < NARROWER ? DriftDirection.NARROWER : DriftDirection.UNMOVED;
    }

    private boolean isOfWidth() {
        return feature == DriftFeature.STANDARD_DEVIATION || feature == DriftFeature.RANGE;
    }

    private DistributionDistance.Kind kind() {
        return windows <= MOST_QUANTILES
                ? DistributionDistance.Kind.KOLMOGOROV_SMIRNOV
                : DistributionDistance.Kind.WASSERSTEIN;
    }

    void write(StateWriter out) {
        out.putText(feature.code());
        course.write(out);
        out.putDoubles(sample);
        out.putLong(windows);
        out.putDouble(dependence);
        out.putDouble(unit);
        out.putDouble(naturalDistance);
        out.putDouble(naturalIndex);
    }

    static FeatureReference read(StateReader in) {
        String code = in.getText();
        DriftFeature feature = DriftFeature.ofCode(code)
                .orElseThrow(() -> new UnreadableStateException("there is no feature " + code));
        DailyCourse course = DailyCourse.read(in);
        double[] sample = Counts.readDoubles(in, MOST_QUANTILES);
        long windows = in.getLong();
        double dependence = in.getDouble();
        double unit = in.getDouble();
        double naturalDistance = in.getDouble();
        return new FeatureReference(
                feature, course, sample, windows, dependence, unit, naturalDistance, in.getDouble());
    }
}
