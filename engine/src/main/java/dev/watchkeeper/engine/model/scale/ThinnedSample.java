package dev.watchkeeper.engine.model.scale;

import java.util.Arrays;

/**
 * An even sample of a stream in bounded memory: all values at first, then one of every 2, 4, 8, … Which one of each group
 * varies from group to group, so that a periodic signal is not always met in the same phase. The same values always give
 * the same sample. Not thread-safe.
 */
public final class ThinnedSample {
    private final double[] kept;
    private int size;
    private long stride = 1;
    private long seen;

    /**
     * An empty sample.
     *
     * @param capacity how many values are kept at the most; between half of them and all are once it was full
     * @throws IllegalArgumentException when the capacity is odd or less than 2
     */
    public ThinnedSample(int capacity) {
        if (capacity < 2 || capacity % 2 != 0) {
            throw new IllegalArgumentException("capacity must be even and at least 2: " + capacity);
        }
        kept = new double[capacity];
    }

    public void add(double value) {
        long group = seen / stride;
        if (seen % stride == ((group * 0x9E3779B97F4A7C15L) >>> 33) % stride) {
            if (size == kept.length) {
                thin();
            }
            kept[size++] = value;
        }
        seen++;
    }

    private void thin() {
        size /= 2;
        for (int i = 0; i < size; i++) {
            kept[i] = kept[2 * i + 1];
        }
        stride *= 2;
    }

    /** How many values came in. */
    public long seen() {
        return seen;
    }

    /** What was kept, ascending; a copy. */
    public double[] sorted() {
        double[] sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * The value below which a share of the values lies; the nearest one, without interpolation.
     *
     * @param sorted as {@link #sorted} gives it
     * @param share in [0, 1]
     * @return NaN where there is no value
     */
    public static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
