package dev.watchkeeper.engine.model.grade;

/**
 * Runs of readings with one and the same value. A run is unusually long when it has more than 60 readings and more than 20
 * times as many as the usual run, than which a quarter of the readings lie in shorter ones. So a coarse sensor, whose value
 * stands still between its steps, is not taken for a stuck one. Not thread-safe.
 */
final class StuckRuns {
    private static final double LEAST_READINGS = 60;
    private static final double TIMES_USUAL = 20;
    private static final double LONGER_SHARE = 0.75;

    private final LogHistogram runs = new LogHistogram();
    private double value = Double.NaN;
    private long length;
    private long longest;
    private long readings;

    void add(double next) {
        readings++;
        if (next == value) {
            length++;
        } else {
            endRun();
            value = next;
            length = 1;
        }
        longest = Math.max(longest, length);
    }

    /** Ends the run that goes on. */
    void endRun() {
        if (length > 0) {
            runs.add((double) length);
            length = 0;
        }
    }

    long longest() {
        return longest;
    }

    /** Whether the value never changed. */
    boolean constant() {
        return runs.total() == 1;
    }

    /** The share of readings that lie in unusually long runs. */
    double stuckShare() {
        double bound = Math.max(LEAST_READINGS, TIMES_USUAL * usualRun());
        return readings == 0 ? 0 : Math.min(1, runs.sumAbove(bound) / readings);
    }

    /** In readings, rounded up to the next power of two where it is not 1. */
    private double usualRun() {
        double length = 1;
        while (runs.sumAbove(length) > LONGER_SHARE * readings) {
            length *= 2;
        }
        return length;
    }
}
