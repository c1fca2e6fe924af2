package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * The level of a series of values in the reference.
 *
 * @param mean in the unit of the series
 * @param spread in the unit of the series, more than 0
 * @param count from how many values it was learned
 * @param dependence how many values count as one, at least 1
 * @param limit how many spreads away a level is another level
 */
record LevelReference(double mean, double spread, double count, double dependence, double limit) {
    /** A level less far away is of no interest, however sure it is. */
    static final double LEAST = 0.25;
    /** The same for absolute deviations, which differ more by themselves; twice the variance moves them by 0.55. */
    static final double LEAST_DEVIATION = 0.35;

    LevelReference {
        if (!Double.isFinite(mean) || !(spread > 0) || !(count >= 1) || !(dependence >= 1) || !(limit > 0)) {
            throw new IllegalArgumentException("level " + mean + " with spread " + spread + " of " + count
                    + " values, dependence " + dependence + ", limit " + limit + " is not usable");
        }
    }

    LevelReference withLimit(double other) {
        return new LevelReference(mean, spread, count, dependence, other);
    }

    void write(StateWriter out) {
        out.putDouble(mean);
        out.putDouble(spread);
        out.putDouble(count);
        out.putDouble(dependence);
        out.putDouble(limit);
    }

    static LevelReference read(StateReader in) {
        return new LevelReference(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
    }
}
