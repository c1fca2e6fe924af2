package dev.watchkeeper.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of values with two to four ticks at round numbers.
 *
 * @param low value at its lower end
 * @param high value at its upper end; more than {@code low}
 * @param step between the ticks
 */
record ValueAxis(double low, double high, double step) {
    private static final double MOST_TICKS = 3;
    private static final double ROOM = 0.04;
    private static final double MANY_DIGITS = 1e5;
    private static final int MOST_DECIMALS = 6;
    /** What stands for thousands, millions and so on. */
    private static final String PREFIXES = "kMGTP";

    /** An axis that spans two values with a little room. */
    static ValueAxis over(double least, double most) {
        double span = most - least;
        double room = span > 0 ? ROOM * span : Math.max(Math.abs(least) * 0.1, 0.5);
        double low = least - room;
        double high = most + room;
        double rough = (high - low) / MOST_TICKS;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double leading = rough / magnitude;
        double round = leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10;
        return new ValueAxis(low, high, round * magnitude);
    }

    /** Where a value lies, from 0 at the lower end to 1 at the upper; clipped to these. */
    double place(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double n = Math.ceil(low / step); n * step <= high && ticks.size() <= MOST_TICKS; n++) {
            ticks.add(n * step);
        }
        return ticks;
    }

    String label(double tick) {
        double most = Math.max(Math.abs(low), Math.abs(high));
        int thousands = most < MANY_DIGITS ? 0 : Math.min(PREFIXES.length(), (int) Math.floor(Math.log10(most) / 3));
        double unit = Math.pow(1_000, thousands);
        return number(tick / unit, step / unit) + (thousands == 0 ? "" : PREFIXES.substring(thousands - 1, thousands));
    }

    private static String number(double tick, double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, decimals > MOST_DECIMALS ? "%.3g" : "%." + decimals + "f", tick + 0.0);
    }
}
