package dev.watchkeeper.engine.history;

import java.time.Duration;

/**
 * A sensor's values, one entry a column, in the order of time. A column of a single reading has equal low, high, first
 * and last.
 *
 * <p>The arrays are of one length and belong to the series: do not write to them.
 */
public final class Series {
    /** Of nothing. */
    public static final Series EMPTY =
            new Series(new long[0], new double[0], new double[0], new double[0], new double[0], new int[0]);

    private final long[] timeMillis;
    private final double[] low;
    private final double[] high;
    private final double[] first;
    private final double[] last;
    private final int[] count;

    /**
     * @param timeMillis event time of the first reading in each column
     * @param count how many readings each column sums up
     * @throws IllegalArgumentException when the arrays differ in length
     */
    public Series(long[] timeMillis, double[] low, double[] high, double[] first, double[] last, int[] count) {
        int n = timeMillis.length;
        if (low.length != n || high.length != n || first.length != n || last.length != n || count.length != n) {
            throw new IllegalArgumentException("the arrays of a series differ in length");
        }
        this.timeMillis = timeMillis;
        this.low = low;
        this.high = high;
        this.first = first;
        this.last = last;
        this.count = count;
    }

    /** The same values at other times: later by some time. */
    public Series moved(Duration by) {
        long[] moved = timeMillis.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by.toMillis();
        }
        return new Series(moved, low, high, first, last, count);
    }

    public int size() {
        return timeMillis.length;
    }

    public long timeMillis(int column) {
        return timeMillis[column];
    }

    public double low(int column) {
        return low[column];
    }

    public double high(int column) {
        return high[column];
    }

    public double first(int column) {
        return first[column];
    }

    public double last(int column) {
        return last[column];
    }

    public int count(int column) {
        return count[column];
    }
}
