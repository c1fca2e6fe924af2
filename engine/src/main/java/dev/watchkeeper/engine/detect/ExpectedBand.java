package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * The band in which the next value is expected: a level that follows the signal, and the quantiles of how far the values
 * lately were from it.
 *
 * <p>Four levels follow at different speeds, the fastest being the last value itself; the one that was least off lately is
 * taken. So the band hugs a smooth signal and spans the noise of a rough one. Not thread-safe.
 */
final class ExpectedBand {
    private static final double[] FOLLOWS = {1, 0.4, 0.1, 0.02};
    private static final double FORGETS = 0.01;
    private static final int ERRORS = 500;
    private static final int FEWEST_ERRORS = 20;
    private static final double OUTSIDE = 0.005;
    /** Widens the quantiles a little, as an estimate from few errors is too narrow. */
    private static final double MARGIN = 1.1;

    private final double[] levels = new double[FOLLOWS.length];
    private final double[] misses = new double[FOLLOWS.length];
    private final SlidingQuantile errors = new SlidingQuantile(ERRORS);
    private boolean started;
    private int chosen;

    void add(double value) {
        if (started) {
            errors.add((float) (value - levels[chosen]));
        }
        for (int i = 0; i < levels.length; i++) {
            if (started) {
                misses[i] += FORGETS * (Math.abs(value - levels[i]) - misses[i]);
                levels[i] += FOLLOWS[i] * (value - levels[i]);
            } else {
                levels[i] = value;
            }
            if (misses[i] < misses[chosen]) {
                chosen = i;
            }
        }
        started = true;
    }

    /** NaN while too little was seen. */
    double low() {
        return edge(OUTSIDE);
    }

    /** NaN while too little was seen. */
    double high() {
        return edge(1 - OUTSIDE);
    }

    private double edge(double share) {
        return errors.size() < FEWEST_ERRORS ? Double.NaN : levels[chosen] + MARGIN * errors.quantile(share);
    }

    void write(StateWriter out) {
        out.putDoubles(levels);
        out.putDoubles(misses);
        errors.write(out);
        out.putBoolean(started);
        out.putInt(chosen);
    }

    void read(StateReader in) {
        in.getDoubles(levels);
        in.getDoubles(misses);
        errors.read(in);
        started = in.getBoolean();
        chosen = in.getInt();
    }
}
