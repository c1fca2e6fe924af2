package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * How far a value lies outside the range of all values but the newest 200, or of the older half while there are fewer than
 * 400. As the newest do not count, a slow leak does not teach the range while it leaks. Not thread-safe.
 */
final class RangeExit {
    private static final int LAG = 200;

    private final float[] newest = new float[LAG];
    private long samples;
    /** How many samples the range holds. */
    private long inside;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** In the signal's unit; 0 inside the range, and for the first sample. */
    double add(double value) {
        while (inside < samples - Math.min(LAG, samples / 2)) {
            float old = newest[(int) (inside % LAG)];
            low = Math.min(low, old);
            high = Math.max(high, old);
            inside++;
        }
        newest[(int) (samples % LAG)] = (float) value;
        samples++;
        return inside == 0 ? 0 : Math.max(0, Math.max(value - high, low - value));
    }

    void write(StateWriter out) {
        out.putFloats(newest, LAG);
        out.putLong(samples);
        out.putLong(inside);
        out.putDouble(low);
        out.putDouble(high);
    }

    void read(StateReader in) {
        in.getFloats(newest);
        samples = in.getLong();
        inside = in.getLong();
        low = in.getDouble();
        high = in.getDouble();
    }
}
