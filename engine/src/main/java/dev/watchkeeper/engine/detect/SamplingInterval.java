package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * How often a sensor speaks: the median of the newest 101 steps of time. Steps back and standstills do not count. Not
 * thread-safe.
 */
final class SamplingInterval {
    private static final int STEPS = 101;
    private static final double MILLIS_PER_DAY = 86_400_000;

    private final SlidingQuantile steps = new SlidingQuantile(STEPS);
    private long last = Long.MIN_VALUE;

    void add(long timeMillis) {
        if (last != Long.MIN_VALUE && timeMillis > last) {
            steps.add((float) ((double) timeMillis - last));
        }
        last = timeMillis;
    }

    /** Infinite while no step was seen. */
    double samplesPerDay() {
        return MILLIS_PER_DAY / steps.quantile(0.5);
    }

    void write(StateWriter out) {
        steps.write(out);
        out.putLong(last);
    }

    void read(StateReader in) {
        steps.read(in);
        last = in.getLong();
    }
}
