package dev.watchkeeper.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What came of the rates of false alarms that could have been asked for: for each, how many rows that no label covers scored
 * as rare. Not thread-safe while it is filled.
 */
public final class Calibration {
    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final int LONGEST_STEPS = 3;

    private final TreeMap<Double, AlarmRate> rates = new TreeMap<>();

    /** @param perDay the rates that are asked for, in false alarms a day and sensor */
    Calibration(double... perDay) {
        for (double rate : perDay) {
            rates.put(rate, AlarmRate.NONE);
        }
    }

    /**
     * Counts a row that is judged and not labelled.
     *
     * @param days how much time it stands for
     */
    void add(double falseAlarmsPerDay, double days) {
        rates.replaceAll(
                (rate, sofar) -> sofar.plus(new AlarmRate(rate * days, falseAlarmsPerDay <= rate ? 1 : 0, days)));
    }

    /** For each rate what was asked for and what came, the rarest first. */
    public List<AlarmRate> rates() {
        return List.copyOf(rates.values());
    }

    /** One line a rate, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (AlarmRate rate : rates.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "false alarms a day and sensor: requested %.2f, observed %.3f (x %.2f) in %.0f days without a label",
                    rate.requestedPerDay(),
                    rate.observedPerDay(),
                    rate.ratio(),
                    rate.days()));
        }
        return lines;
    }

    /**
     * How much time each row stands for: up to the next one, but a gap for no more than three usual steps.
     *
     * @return in days, one per row
     */
    static double[] days(long[] timesMillis) {
        double usual = usualStep(timesMillis);
        double[] days = new double[timesMillis.length];
        for (int row = 0; row < days.length; row++) {
            double step = row + 1 < days.length ? (double) timesMillis[row + 1] - timesMillis[row] : usual;
            days[row] = Math.max(0, Math.min(step, LONGEST_STEPS * usual)) / MILLIS_PER_DAY;
        }
        return days;
    }

    private static double usualStep(long[] timesMillis) {
        List<Long> steps = new ArrayList<>();
        for (int row = 1; row < timesMillis.length; row++) {
            if (timesMillis[row] > timesMillis[row - 1]) {
                steps.add(timesMillis[row] - timesMillis[row - 1]);
            }
        }
        steps.sort(null);
        return steps.isEmpty() ? 0 : steps.get(steps.size() / 2);
    }
}
