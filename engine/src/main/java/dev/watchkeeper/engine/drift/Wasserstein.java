package dev.watchkeeper.engine.drift;

/**
 * The Wasserstein distance of order 1 between two samples: the mean distance between their quantiles. Of the quantiles from 20 to
 * 80 % only, so that windows of an anomaly, as long as they are few, are not taken for drift.
 */
final class Wasserstein {
    private static final int STEPS = 64;
    private static final double TAIL = 0.2;

    private Wasserstein() {}

    /** The distance in the unit of the values; both samples ascending, with at least one value each. */
    static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double share = TAIL + (1 - 2 * TAIL) * (i + 0.5) / STEPS;
            sum += Math.abs(Quantiles.of(one, share) - Quantiles.of(other, share));
        }
        return sum / STEPS;
    }
}
