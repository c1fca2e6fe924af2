package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Puts the readings of an asset's sensors together into samples.
 *
 * <p>Readings of one instant make a sample, and so do instants that are less than half of the fastest sensor's usual step
 * apart. A second reading of a sensor always begins the next sample. A sensor that is silent in a sample keeps its last value for
 * three of its usual steps, at most for a day, and is missing from then on. Not thread-safe.
 */
final class SampleAssembly {
    private static final double HELD_STEPS = 3;
    private static final double MOST_HELD_MILLIS = 86_400_000;
    private static final double TOGETHER = 0.5;
    /** Share of the way that the usual step goes with each step. */
    private static final double FOLLOWS = 0.1;
    /** A step counts for no more than so many usual ones: a gap is no step. */
    private static final double LONGEST = 2;

    private final double[] values;
    private final long[] times;
    /** In milliseconds; 0 while unknown. */
    private final double[] usualSteps;

    private final boolean[] fresh;
    private boolean open;
    private long begin;
    private long newest = Long.MIN_VALUE;

    SampleAssembly(int sensors) {
        values = new double[sensors];
        times = new long[sensors];
        usualSteps = new double[sensors];
        fresh = new boolean[sensors];
        Arrays.fill(values, Double.NaN);
    }

    /** Whether a reading is older than one that was put in before, and so cannot be put in any more. */
    boolean isLate(long timeMillis) {
        return timeMillis < newest;
    }

    /** Whether a reading of this time says the same again: one of its sensor at this very time has been put in. */
    boolean isRepeated(int sensor, long timeMillis) {
        return fresh[sensor] && times[sensor] == timeMillis;
    }

    /** Whether a reading does not belong to the sample at hand, so that this one has to be closed first. */
    boolean beginsAnother(int sensor, long timeMillis) {
        return open && (fresh[sensor] || (timeMillis > begin && timeMillis - begin >= TOGETHER * fastestStep()));
    }

    private double fastestStep() {
        double fastest = Double.POSITIVE_INFINITY;
        for (double step : usualSteps) {
            if (step > 0) {
                fastest = Math.min(fastest, step);
            }
        }
        return fastest == Double.POSITIVE_INFINITY ? 0 : fastest;
    }

    void put(int sensor, long timeMillis, double value) {
        if (!open) {
            open = true;
            begin = timeMillis;
        }
        if (!Double.isNaN(values[sensor]) && timeMillis > times[sensor]) {
            double step = timeMillis - times[sensor];
            double usual = usualSteps[sensor];
            usualSteps[sensor] = usual == 0 ? step : usual + FOLLOWS * (Math.min(step, LONGEST * usual) - usual);
        }
        values[sensor] = value;
        times[sensor] = timeMillis;
        fresh[sensor] = true;
        newest = timeMillis;
    }

    boolean isOpen() {
        return open;
    }

    /** Event time of the newest reading. */
    long newestMillis() {
        return newest;
    }

    /** Is handed readings of a sample. */
    @FunctionalInterface
    interface Receiver {
        void take(int sensor, long timeMillis, double value);
    }

    /** Hands on the readings of the sample at hand, in the order of time. */
    void forEachAtHand(Receiver receiver) {
        IntStream.range(0, values.length)
                .filter(sensor -> fresh[sensor])
                .boxed()
                .sorted(Comparator.comparingLong(sensor -> times[sensor]))
                .forEach(sensor -> receiver.take(sensor, times[sensor], values[sensor]));
    }

    /** Closes the sample at hand: one value per sensor, NaN where none is known. */
    double[] close() {
        double[] sample = new double[values.length];
        for (int i = 0; i < sample.length; i++) {
            double held = Math.min(HELD_STEPS * usualSteps[i], MOST_HELD_MILLIS);
            sample[i] = fresh[i] || newest - times[i] <= held ? values[i] : Double.NaN;
        }
        Arrays.fill(fresh, false);
        open = false;
        return sample;
    }

    void write(StateWriter out) {
        out.putDoubles(values);
        out.putLongs(times);
        out.putDoubles(usualSteps);
        for (boolean one : fresh) {
            out.putBoolean(one);
        }
        out.putBoolean(open);
        out.putLong(begin);
        out.putLong(newest);
    }

    void read(StateReader in) {
        in.getDoubles(values);
        in.getLongs(times);
        in.getDoubles(usualSteps);
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = in.getBoolean();
        }
        open = in.getBoolean();
        begin = in.getLong();
        newest = in.getLong();
    }
}
