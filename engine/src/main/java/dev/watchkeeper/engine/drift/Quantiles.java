package dev.watchkeeper.engine.drift;

import java.util.Arrays;

/** Quantiles of sorted values, and what is made from them: unmoved by what a tenth at either end does. */
final class Quantiles {
    /** The share at either end that does not count. */
    static final double TAIL = 0.1;

    /** From the 10 % to the 90 % quantile of a normal distribution, in standard deviations. */
    private static final double SIGMAS = 2.5631;

    private Quantiles() {}

    /** The finite values, ascending. */
    static double[] sorted(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Interpolated between the two nearest values.
     *
     * @param sorted at least one
     * @param share in [0, 1]
     */
    static double of(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** So many quantiles at equal distances, or the values themselves where there are no more than that. */
    static double[] thinned(double[] sorted, int most) {
        if (sorted.length <= most) {
            return sorted.clone();
        }
        double[] thinned = new double[most];
        for (int i = 0; i < most; i++) {
            thinned[i] = of(sorted, (i + 0.5) / most);
        }
        return thinned;
    }

    /** The mean without the lowest and the highest tenth. */
    static double middle(double[] sorted) {
        int left = (int) (TAIL * sorted.length);
        double sum = 0;
        for (int i = left; i < sorted.length - left; i++) {
            sum += sorted[i];
        }
        return sum / (sorted.length - 2 * left);
    }

    /** The standard deviation of the normal distribution with the same 10 % and 90 % quantiles. */
    static double spread(double[] sorted) {
        return (of(sorted, 1 - TAIL) - of(sorted, TAIL)) / SIGMAS;
    }
}
