package dev.watchkeeper.engine.drift;

/**
 * How many values of a series tell as much as one independent value: the integrated autocorrelation time, by batch means
 * (Geyer, 1992). The variance of the mean of n values is that of one value times this over n.
 *
 * <p>It is the largest over batches of 1, 2, 4, … values with at least 16 batches, each lowered by two standard errors, so that
 * what is due to chance does not count. Slower dependence than a sixteenth of the series cannot be seen.
 */
final class Dependence {
    private static final int FEWEST_BATCHES = 16;

    private Dependence() {}

    /**
     * The dependence within a series.
     *
     * @param series without NaN
     * @return at least 1
     */
    static double of(double[] series) {
        double[] means = series;
        double ofOne = variance(means, means.length);
        double largest = 1;
        int batches = means.length;
        int batch = 1;
        while (batches / 2 >= FEWEST_BATCHES && ofOne > 0) {
            batches /= 2;
            batch *= 2;
            double[] halved = new double[batches];
            for (int i = 0; i < batches; i++) {
                halved[i] = (means[2 * i] + means[2 * i + 1]) / 2;
            }
            means = halved;
            double chance = 1 + 2 * Math.sqrt(2.0 / (batches - 1));
            largest = Math.max(largest, batch * variance(means, batches) / ofOne / chance);
        }
        return largest;
    }

    private static double variance(double[] values, int length) {
        double mean = 0;
        for (int i = 0; i < length; i++) {
            mean += values[i] / length;
        }
        double squares = 0;
        for (int i = 0; i < length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return length < 2 ? 0 : squares / (length - 1);
    }
}
