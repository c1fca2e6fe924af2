package dev.watchkeeper.engine.history;

import java.util.Arrays;

/** Sums scores, given in the order of time, up into the columns of a grid. One thread. */
final class ScoreSeriesBuilder {
    private final ColumnGrid grid;
    private final boolean[] filled;
    private final long[] timeMillis;
    private final double[] highestScore;
    private final double[] expectedLow;
    private final double[] expectedHigh;

    ScoreSeriesBuilder(ColumnGrid grid) {
        this.grid = grid;
        int columns = grid.columns();
        filled = new boolean[columns];
        timeMillis = new long[columns];
        highestScore = new double[columns];
        expectedLow = new double[columns];
        expectedHigh = new double[columns];
        Arrays.fill(expectedLow, Double.NaN);
        Arrays.fill(expectedHigh, Double.NaN);
    }

    /** Adds a score at or after the ones before; one outside the span is left out. */
    void add(long time, double score, double low, double high) {
        if (!grid.contains(time)) {
            return;
        }
        int column = grid.column(time);
        if (!filled[column]) {
            filled[column] = true;
            timeMillis[column] = time;
            highestScore[column] = score;
        } else if (score > highestScore[column]) {
            highestScore[column] = score;
        }
        if (!(expectedLow[column] <= low) && !Double.isNaN(low)) {
            expectedLow[column] = low;
        }
        if (!(expectedHigh[column] >= high) && !Double.isNaN(high)) {
            expectedHigh[column] = high;
        }
    }

    /** The columns that hold something. */
    ScoreSeries series() {
        int size = 0;
        for (int column = 0; column < filled.length; column++) {
            if (filled[column]) {
                timeMillis[size] = timeMillis[column];
                highestScore[size] = highestScore[column];
                expectedLow[size] = expectedLow[column];
                expectedHigh[size] = expectedHigh[column];
                size++;
            }
        }
        return new ScoreSeries(
                Arrays.copyOf(timeMillis, size),
                Arrays.copyOf(highestScore, size),
                Arrays.copyOf(expectedLow, size),
                Arrays.copyOf(expectedHigh, size));
    }
}
