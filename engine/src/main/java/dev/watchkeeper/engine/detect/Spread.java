package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * The usual spread of a signal so far: the range between its 10 % and 90 % quantiles over 2.56, which is the standard
 * deviation where the signal is normally distributed.
 *
 * <p>Remembers 2,000 values: all at first, then one of every 2, 4, … 32 at an offset that varies, so that a periodic
 * signal is not always met in the same phase. Beyond 64,000 samples the oldest are forgotten. Not thread-safe.
 */
final class Spread {
    private static final int CAPACITY = 2_000;
    private static final int LONGEST_STRIDE = 32;
    private static final double SIGMAS = 2.56;
    /** Least spread, as a share of the whole range; for signals that rest at one value most of the time. */
    private static final double FLOOR_OF_RANGE = 0.01;
    /** Least spread, as a share of the value itself; below it a difference may be rounding. */
    private static final double FLOOR_OF_VALUE = 1e-6;

    private final SlidingQuantile values = new SlidingQuantile(CAPACITY);
    private int stride = 1;
    private long samples;

    void add(double value) {
        long group = samples / stride;
        if (samples % stride == Math.floorMod((group * 0x9E3779B97F4A7C15L) >>> 33, stride)) {
            values.add((float) value);
            if (values.isFull() && stride < LONGEST_STRIDE) {
                values.thin();
                stride *= 2;
            }
        }
        samples++;
    }

    /** In the signal's unit; more than 0. */
    double value() {
        double low = values.quantile(0);
        double high = values.quantile(1);
        double middle = (values.quantile(0.9) - values.quantile(0.1)) / SIGMAS;
        double rounding = FLOOR_OF_VALUE * Math.max(Math.abs(low), Math.abs(high));
        return Math.max(Math.max(middle, FLOOR_OF_RANGE * (high - low)), Math.max(rounding, Float.MIN_NORMAL));
    }

    /** The middle of the values, in the signal's unit; 0 before the first. */
    double median() {
        return values.quantile(0.5);
    }

    void write(StateWriter out) {
        values.write(out);
        out.putInt(stride);
        out.putLong(samples);
    }

    void read(StateReader in) {
        values.read(in);
        stride = in.getInt();
        samples = in.getLong();
    }
}
