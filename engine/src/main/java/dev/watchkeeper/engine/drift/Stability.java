package dev.watchkeeper.engine.drift;

import java.util.Arrays;

/**
 * The population stability index over bins between the deciles of a reference: the sum over the bins of (p − q) ln (p / q),
 * with half a value added to each bin.
 *
 * <p>Without any drift its mean is about (bins − 1) (1/n + 1/m) for samples of n and m independent values, and it is distributed
 * as χ² times (1/n + 1/m) (Yurdakul, 2018). That mean is taken off, and the limit follows from that distribution where the
 * usual limit of 0.2 would be passed by chance.
 */
final class Stability {
    /** The usual limit from which on something is to be done. */
    static final double ACT = 0.2;

    private static final int BINS = 10;
    private static final double HALF = 0.5;
    /** The standard normal quantile of one in 100,000. */
    private static final double RARE = 4.265;

    private final double[] edges;
    private final double[] expected;
    private final double independentReference;

    /**
     * @param reference ascending, at least one
     * @param independentReference to how many independent values the reference amounts
     */
    Stability(double[] reference, double independentReference) {
        this.independentReference = independentReference;
        double[] deciles = new double[BINS - 1];
        for (int i = 0; i < deciles.length; i++) {
            deciles[i] = Quantiles.of(reference, (i + 1.0) / BINS);
        }
        edges = Arrays.stream(deciles).distinct().toArray();
        expected = shares(reference);
    }

    private double[] shares(double[] values) {
        double[] shares = new double[edges.length + 1];
        Arrays.fill(shares, HALF);
        for (double value : values) {
            int at = Arrays.binarySearch(edges, value);
            shares[at >= 0 ? at : -at - 1]++;
        }
        double all = values.length + HALF * shares.length;
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    /**
     * The index and its limit.
     *
     * @param current at least one
     * @param independent to how many independent values the current ones amount
     */
    DriftStatistic of(double[] current, double independent) {
        double[] found = shares(current);
        double index = 0;
        for (int i = 0; i < found.length; i++) {
            index += (found[i] - expected[i]) * Math.log(found[i] / expected[i]);
        }
        double chance = 1 / independentReference + 1 / independent;
        int freedom = edges.length;
        double rare = freedom * Math.pow(1 - 2.0 / (9 * freedom) + RARE * Math.sqrt(2.0 / (9 * freedom)), 3);
        return new DriftStatistic(Math.max(0, index - freedom * chance), Math.max(ACT, (rare - freedom) * chance));
    }
}
