package dev.watchkeeper.engine.history;

import java.util.Arrays;

/** Sums readings, given in the order of time, up into the columns of a grid. One thread. */
final class SeriesBuilder {
    private final ColumnGrid grid;
    private final long[] timeMillis;
    private final double[] low;
    private final double[] high;
    private final double[] first;
    private final double[] last;
    private final int[] count;

    SeriesBuilder(ColumnGrid grid) {
        this.grid = grid;
        int columns = grid.columns();
        timeMillis = new long[columns];
        low = new double[columns];
        high = new double[columns];
        first = new double[columns];
        last = new double[columns];
        count = new int[columns];
    }

    /** Adds a reading at or after the ones before; one outside the span is left out. */
    void add(long time, double value) {
        if (!grid.contains(time)) {
            return;
        }
        int column = grid.column(time);
        if (count[column]++ == 0) {
            timeMillis[column] = time;
            low[column] = value;
            high[column] = value;
            first[column] = value;
        } else {
            low[column] = Math.min(low[column], value);
            high[column] = Math.max(high[column], value);
        }
        last[column] = value;
    }

    /**
     * Lays a series of the same grid, which may hold readings that were added here as well, under what was added: its
     * earlier firsts stand, its lasts give way, and of two counts the higher one is taken.
     */
    void addBelow(Series older) {
        for (int i = 0; i < older.size(); i++) {
            long time = older.timeMillis(i);
            if (!grid.contains(time)) {
                continue;
            }
            int column = grid.column(time);
            if (count[column] == 0) {
                timeMillis[column] = time;
                low[column] = older.low(i);
                high[column] = older.high(i);
                first[column] = older.first(i);
                last[column] = older.last(i);
            } else {
                low[column] = Math.min(low[column], older.low(i));
                high[column] = Math.max(high[column], older.high(i));
                if (time <= timeMillis[column]) {
                    timeMillis[column] = time;
                    first[column] = older.first(i);
                }
            }
            count[column] = Math.max(count[column], older.count(i));
        }
    }

    /** The columns that hold something. */
    Series series() {
        int size = 0;
        for (int column = 0; column < count.length; column++) {
            if (count[column] > 0) {
                timeMillis[size] = timeMillis[column];
                low[size] = low[column];
                high[size] = high[column];
                first[size] = first[column];
                last[size] = last[column];
                count[size] = count[column];
                size++;
            }
        }
        return new Series(
                Arrays.copyOf(timeMillis, size),
                Arrays.copyOf(low, size),
                Arrays.copyOf(high, size),
                Arrays.copyOf(first, size),
                Arrays.copyOf(last, size),
                Arrays.copyOf(count, size));
    }
}
