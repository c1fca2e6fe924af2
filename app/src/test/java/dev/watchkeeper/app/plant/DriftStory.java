package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The drift reports of one sensor: steady at first, then from a moment on ever farther from its reference. */
public final class DriftStory {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration TOLD = Duration.ofHours(10);
    private static final double UNTIL_DRIFTING = 1.3;

    private final SensorId sensor;
    private final double mean;
    private final double spread;
    private final Random noise;

    public DriftStory(SensorId sensor, double mean, double spread) {
        this.sensor = sensor;
        this.mean = mean;
        this.spread = spread;
        noise = new Random(sensor.hashCode());
    }

    /** Reports until a moment, all as in the reference. */
    public List<DriftReport> steady(Instant until) {
        return drifting(until, until.plusSeconds(1), 0);
    }

    /**
     * Reports until a moment.
     *
     * @param since when the drift begins
     * @param spreads how far the mean has moved at the end, signed
     */
    public List<DriftReport> drifting(Instant until, Instant since, double spreads) {
        List<DriftReport> reports = new ArrayList<>();
        Duration moved = Duration.between(since, until);
        for (Instant at = until.minus(TOLD); !at.isAfter(until); at = at.plus(STEP)) {
            double share = at.isBefore(since)
                    ? 0
                    : Math.min(1, Duration.between(since, at).toMillis() / (0.7 * moved.toMillis()));
            reports.add(report(at, since, spreads * share));
        }
        return reports;
    }

    private DriftReport report(Instant at, Instant since, double spreads) {
        return new DriftReport(
                sensor,
                TimeSpan.before(at, Duration.ofHours(1)),
                TimeSpan.before(at.minus(Duration.ofDays(5)), Duration.ofDays(20)),
                List.of(
                        feature(DriftFeature.MEAN, mean, spread, spreads, since),
                        feature(DriftFeature.STANDARD_DEVIATION, spread, spread / 6, spreads / 5, since),
                        feature(DriftFeature.RANGE, 3.1 * spread, spread / 3, spreads / 6, since),
                        feature(DriftFeature.SLOPE, 0, spread / 60, spreads / 9, since),
                        feature(DriftFeature.KURTOSIS, 2.9, 0.4, 0, since),
                        feature(DriftFeature.MISSING_SHARE, 0.001, 0.002, 0, since)));
    }

    private FeatureDrift feature(DriftFeature feature, double level, double width, double spreads, Instant since) {
        double score = 0.25 + 0.12 * Math.abs(noise.nextGaussian()) + Math.abs(spreads) * 0.9;
        DriftStage stage =
                score < 1 ? DriftStage.STEADY : score < UNTIL_DRIFTING ? DriftStage.CHANGED : DriftStage.DRIFTING;
        double size = spreads + 0.05 * noise.nextGaussian();
        DriftDirection direction = Math.abs(size) < 0.3
                ? DriftDirection.UNMOVED
                : feature == DriftFeature.STANDARD_DEVIATION || feature == DriftFeature.RANGE
                        ? size > 0 ? DriftDirection.WIDER : DriftDirection.NARROWER
                        : size > 0 ? DriftDirection.ROSE : DriftDirection.FELL;
        return new FeatureDrift(
                feature,
                new FeatureLevel(level, width),
                new FeatureLevel(level + size * width, width),
                DriftStatistic.NONE,
                new DriftStatistic(0.2 * score, 0.2),
                new DistributionDistance(
                        DistributionDistance.Kind.KOLMOGOROV_SMIRNOV,
                        new DriftStatistic(Math.min(1, 0.15 * score), 0.3),
                        0.01),
                direction,
                size,
                stage,
                stage == DriftStage.STEADY ? null : since);
    }
}
