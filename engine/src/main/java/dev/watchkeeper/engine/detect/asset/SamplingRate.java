package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/**
 * How many samples make a day, by the median of the newest 63 steps of time; looked up anew with every eighth step. Steps
 * back and standstills do not count. Not thread-safe.
 */
final class SamplingRate {
    private static final int STEPS = 63;
    private static final int ANEW = 8;
    private static final double MILLIS_PER_DAY = 86_400_000;

    private final long[] steps = new long[STEPS];
    private long seen;
    private long last = Long.MIN_VALUE;
    private double perDay = Double.POSITIVE_INFINITY;

    void add(long timeMillis) {
        if (last != Long.MIN_VALUE && timeMillis > last) {
            steps[(int) (seen % STEPS)] = timeMillis - last;
            seen++;
            if (seen <= ANEW || seen % ANEW == 0) {
                long[] sorted = Arrays.copyOf(steps, (int) Math.min(seen, STEPS));
                Arrays.sort(sorted);
                perDay = MILLIS_PER_DAY / sorted[sorted.length / 2];
            }
        }
        last = timeMillis;
    }

    /** Infinite while no step was seen. */
    double samplesPerDay() {
        return perDay;
    }

    void write(StateWriter out) {
        out.putLongs(steps);
        out.putLong(seen);
        out.putLong(last);
        out.putDouble(perDay);
    }

    void read(StateReader in) {
        in.getLongs(steps);
        seen = in.getLong();
        last = in.getLong();
        perDay = in.getDouble();
    }
}
