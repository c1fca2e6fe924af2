package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * By how much a quantity is usually off its mean at each hour of the day (UTC), interpolated between the middles of the hours; or
 * nothing, where the hour does not matter. Immutable.
 */
final class DailyCourse {
    /** The hour does not matter. */
    static final DailyCourse FLAT = new DailyCourse(new double[0]);

    private static final int HOURS = 24;
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    /** A course is kept when on days that it was not learned from it leaves less than this share of the distances. */
    private static final double WORTH = 0.9;

    private final double[] byHour;

    private DailyCourse(double[] byHour) {
        this.byHour = byHour;
    }

    /** How far off the mean it usually is at a moment. */
    double at(long timeMillis) {
        if (byHour.length == 0) {
            return 0;
        }
        double hours = (double) Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS - 0.5;
        int before = (int) Math.floor(hours);
        double share = hours - before;
        return (1 - share) * byHour[Math.floorMod(before, HOURS)] + share * byHour[(before + 1) % HOURS];
    }

    /**
     * A course, and what it takes to see the series that it was learned from without it.
     *
     * @param ofOthers for each day since 1970 the course that the other days teach: no day is judged by itself
     */
    record Learned(DailyCourse course, Map<Long, DailyCourse> ofOthers) {
        /** What is left of a value of the series without the course of the other days. */
        double left(long timeMillis, double value) {
            return value - ofOthers.getOrDefault(day(timeMillis), FLAT).at(timeMillis);
        }
    }

    /**
     * Learns a course from a series, or finds that there is none worth the name: the span is shorter than
     * {@link DriftReference#WHOLE_DAYS}, an hour lacks values, or other days are not foretold by it.
     *
     * @param timesMillis ascending
     * @param values one for each time; NaN where there is none
     */
    static Learned learn(long[] timesMillis, double[] values) {
        double[] sorted = Quantiles.sorted(values);
        Learned none = new Learned(FLAT, Map.of());
        if (sorted.length < 2
                || timesMillis[timesMillis.length - 1] - timesMillis[0] < DriftReference.WHOLE_DAYS.toMillis()) {
            return none;
        }
        double middle = Quantiles.middle(sorted);
        double low = Quantiles.of(sorted, 0.01);
        double high = Quantiles.of(sorted, 0.99);
        Map<Long, Hours> days = new HashMap<>();
        Hours all = new Hours();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double off = Math.max(low, Math.min(high, values[i])) - middle;
                days.computeIfAbsent(day(timesMillis[i]), day -> new Hours()).add(timesMillis[i], off);
                all.add(timesMillis[i], off);
            }
        }
        Map<Long, DailyCourse> others = new HashMap<>();
        days.forEach((day, hours) -> others.put(day, all.without(hours)));
        if (others.containsValue(FLAT)) {
            return none;
        }
        Learned learned = new Learned(all.without(new Hours()), others);
        double before = 0;
        double after = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                before += Math.abs(values[i] - middle);
                after += Math.abs(learned.left(timesMillis[i], values[i]) - middle);
            }
        }
        return after < WORTH * before ? learned : none;
    }

    private static long day(long timeMillis) {
        return Math.floorDiv(timeMillis, DAY_MILLIS);
    }

    void write(StateWriter out) {
        out.putInt(byHour.length);
        for (double off : byHour) {
            out.putDouble(off);
        }
    }

    static DailyCourse read(StateReader in) {
        double[] byHour = new double[Counts.read(in, HOURS)];
        for (int i = 0; i < byHour.length; i++) {
            byHour[i] = in.getDouble();
        }
        return new DailyCourse(byHour);
    }

    /** Sums and counts by hour. */
    private static final class Hours {
        private final double[] sum = new double[HOURS];
        private final int[] count = new int[HOURS];

        void add(long timeMillis, double off) {
            int hour = (int) (Math.floorMod(timeMillis, DAY_MILLIS) / HOUR_MILLIS);
            sum[hour] += off;
            count[hour]++;
        }

        /** The course without what some of the values taught; flat when an hour has no value then. */
        DailyCourse without(Hours some) {
            double[] byHour = new double[HOURS];
            for (int hour = 0; hour < HOURS; hour++) {
                int left = count[hour] - some.count[hour];
                if (left == 0) {
                    return FLAT;
                }
                byHour[hour] = (sum[hour] - some.sum[hour]) / left;
            }
            return new DailyCourse(byHour);
        }
    }
}
