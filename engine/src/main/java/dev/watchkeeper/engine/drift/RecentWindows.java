package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/** The features of the newest 64 windows, at like time of the day. Not thread-safe. */
final class RecentWindows {
    static final int MOST = 64;

    private final double[][] values;
    private final long[] startMillis = new long[MOST];
    private int next;
    private int size;

    RecentWindows(int features) {
        values = new double[features][MOST];
    }

    /**
     * Adds a window in place of the oldest.
     *
     * @param window one value for each feature; NaN where the window does not define it
     */
    void add(long start, double[] window) {
        startMillis[next] = start;
        for (int i = 0; i < window.length; i++) {
            values[i][next] = window[i];
        }
        next = (next + 1) % MOST;
        size = Math.min(MOST, size + 1);
    }

    int size() {
        return size;
    }

    long startMillis() {
        return startMillis[index(0)];
    }

    /** What there is of a feature, ascending. */
    double[] sorted(int feature) {
        return Quantiles.sorted(Arrays.copyOf(values[feature], size));
    }

    /**
     * When a feature left its reference, by the cumulated sums of its distances from halfway between the reference and the
     * newest windows (Page, 1954): the start of the first window after their lowest point.
     */
    long departure(int feature, FeatureLevel reference) {
        int newest = Math.min(size, StageTrack.LASTING_WINDOWS);
        double now = 0;
        int known = 0;
        for (int i = size - newest; i < size; i++) {
            double value = values[feature][index(i)];
            if (Double.isFinite(value)) {
                now += value;
                known++;
            }
        }
        double half = known == 0 ? 0 : (now / known - reference.mean()) / 2;
        double sum = 0;
        double lowest = 0;
        int departed = 0;
        for (int i = 0; i < size; i++) {
            double value = values[feature][index(i)];
            if (Double.isFinite(value)) {
                sum += Math.signum(half) * (value - reference.mean() - half);
            }
            if (sum < lowest) {
                lowest = sum;
                departed = Math.min(i + 1, size - 1);
            }
        }
        return startMillis[index(departed)];
    }

    private int index(int fromOldest) {
        return Math.floorMod(next - size + fromOldest, MOST);
    }

    void write(StateWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(startMillis[index(i)]);
            for (double[] feature : values) {
                out.putDouble(feature[index(i)]);
            }
        }
    }

    void read(StateReader in) {
        int windows = Counts.read(in, MOST);
        double[] window = new double[values.length];
        for (int i = 0; i < windows; i++) {
            long start = in.getLong();
            for (int feature = 0; feature < window.length; feature++) {
                window[feature] = in.getDouble();
            }
            add(start, window);
        }
    }
}
