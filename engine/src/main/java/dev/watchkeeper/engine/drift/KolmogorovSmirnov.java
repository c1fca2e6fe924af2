package dev.watchkeeper.engine.drift;

/**
 * The two-sample test of Kolmogorov and Smirnov, with the asymptotic distribution as Stephens (1970) corrects it for small
 * samples.
 */
final class KolmogorovSmirnov {
    private static final int TERMS = 100;

    private KolmogorovSmirnov() {}

    /** The largest difference between the distribution functions of two samples, both ascending. */
    static double distance(double[] one, double[] other) {
        int i = 0;
        int j = 0;
        double largest = 0;
        while (i < one.length && j < other.length) {
            double at = Math.min(one[i], other[j]);
            while (i < one.length && one[i] <= at) {
                i++;
            }
            while (j < other.length && other[j] <= at) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / one.length - (double) j / other.length));
        }
        return largest;
    }

    /**
     * How probable a distance so large is when both samples are of one distribution.
     *
     * @param effective the harmonic size of both samples, n·m / (n + m), of independent values
     */
    static double pValue(double distance, double effective) {
        double root = Math.sqrt(effective);
        double scaled = (root + 0.12 + 0.11 / root) * distance;
        if (scaled < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            double term = Math.exp(-2 * scaled * scaled * k * k);
            sum += (k % 2 == 1 ? 2 : -2) * term;
        }
        return Math.max(0, Math.min(1, sum));
    }

    /** The distance that has a given small p-value. */
    static double distanceOf(double pValue, double effective) {
        double root = Math.sqrt(effective);
        return Math.sqrt(-Math.log(pValue / 2) / 2) / (root + 0.12 + 0.11 / root);
    }
}
