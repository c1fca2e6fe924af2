package dev.watchkeeper.app.overview;

/**
 * The course of a value in equal steps of time, the newest last; NaN where nothing came. Belongs to whoever reads it:
 * never written to.
 */
public final class Spark {
    /** Nothing yet. */
    public static final Spark NONE = new Spark(new double[0]);

    private final double[] values;

    Spark(double[] values) {
        this.values = values;
    }

    int size() {
        return values.length;
    }

    double value(int step) {
        return values[step];
    }
}
