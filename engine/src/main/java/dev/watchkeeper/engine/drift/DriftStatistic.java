package dev.watchkeeper.engine.drift;

/**
 * A statistic and the limit from which on it speaks for drift. Both are NaN where the statistic is not taken of a feature,
 * the value alone while there are too few windows.
 *
 * @param value not negative; 0 is as in the reference
 * @param limit more than 0
 */
public record DriftStatistic(double value, double limit) {
    /** A statistic that is not taken. */
    public static final DriftStatistic NONE = new DriftStatistic(Double.NaN, Double.NaN);

    /** @throws IllegalArgumentException when the value is negative or the limit not more than 0 */
    public DriftStatistic {
        if (value < 0 || limit <= 0) {
            throw new IllegalArgumentException("statistic " + value + " with limit " + limit + " is not usable");
        }
    }

    /** Whether there is a value. */
    public boolean isKnown() {
        return !Double.isNaN(value) && !Double.isNaN(limit);
    }

    /** The value in limits: from 1 on it speaks for drift; 0 where there is no value. */
    public double ratio() {
        return isKnown() ? value / limit : 0;
    }
}
