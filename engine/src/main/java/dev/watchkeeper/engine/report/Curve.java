package dev.watchkeeper.engine.report;

/** A line of a picture: values over time, with NaN where there is none. Immutable. */
public final class Curve {
    private final long[] times;
    private final double[] values;

    /**
     * Copies what it is given.
     *
     * @param timesMillis in milliseconds since 1970; what goes back in time is drawn where it belongs
     * @param values one for each time
     * @throws IllegalArgumentException when there are not as many values as times
     */
    public Curve(long[] timesMillis, double[] values) {
        if (timesMillis.length != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + timesMillis.length + " times");
        }
        times = timesMillis.clone();
        this.values = values.clone();
    }

    int size() {
        return times.length;
    }

    long time(int i) {
        return times[i];
    }

    double value(int i) {
        return values[i];
    }
}
