package dev.watchkeeper.engine.history;

/**
 * A sensor's scores, one entry a column, in the order of time: the highest score and the expected band (NaN where there
 * was none).
 *
 * <p>The arrays are of one length and belong to the series: do not write to them.
 */
public final class ScoreSeries {
    /** Of nothing. */
    public static final ScoreSeries EMPTY = new ScoreSeries(new long[0], new double[0], new double[0], new double[0]);

    private final long[] timeMillis;
    private final double[] highestScore;
    private final double[] expectedLow;
    private final double[] expectedHigh;

    /** @throws IllegalArgumentException when the arrays differ in length */
    public ScoreSeries(long[] timeMillis, double[] highestScore, double[] expectedLow, double[] expectedHigh) {
        int n = timeMillis.length;
        if (highestScore.length != n || expectedLow.length != n || expectedHigh.length != n) {
            throw new IllegalArgumentException("the arrays of a series differ in length");
        }
        this.timeMillis = timeMillis;
        this.highestScore = highestScore;
        this.expectedLow = expectedLow;
        this.expectedHigh = expectedHigh;
    }

    public int size() {
        return timeMillis.length;
    }

    public long timeMillis(int column) {
        return timeMillis[column];
    }

    /** In [0, 1]. */
    public double highestScore(int column) {
        return highestScore[column];
    }

    public double expectedLow(int column) {
        return expectedLow[column];
    }

    public double expectedHigh(int column) {
        return expectedHigh[column];
    }
}
