package dev.watchkeeper.app.chart;

import java.util.Locale;

/**
 * A scale of values between round ends.
 *
 * @param step from one mark to the next; the ends are marks
 */
record ValueScale(double low, double high, double step) {
    private static final double[] NICE = {1, 2, 2.5, 5, 10};
    /** Of a value that never changes, this share of it is shown above and below. */
    private static final double FLAT_SHARE = 0.05;

    /** A scale that holds a range, with about {@code marks} intervals at most. */
    static ValueScale around(double lowest, double highest, int marks) {
        if (!(lowest <= highest)) {
            return new ValueScale(0, 1, 1);
        }
        double low = lowest;
        double high = highest;
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= size * 1e-9) {
            double room = size == 0 ? 1 : size * FLAT_SHARE;
            low -= room;
            high += room;
        }
        double step = niceStep((high - low) / Math.max(1, marks));
        return new ValueScale(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    int intervals() {
        return (int) Math.round((high - low) / step);
    }

    double mark(int index) {
        return low + index * step;
    }

    /** A mark as text, with as many decimals as the step needs. */
    String label(int index) {
        double value = mark(index);
        int decimals = 0;
        double rest = step;
        while (decimals < 6 && Math.abs(rest - Math.rint(rest)) > 1e-6) {
            rest *= 10;
            decimals++;
        }
        double shown = Math.abs(value) < step * 1e-6 ? 0 : value;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", shown);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** Where a value stands between the ends: 0 at the low one, 1 at the high one, beyond them outside. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    private static double niceStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double nice : NICE) {
            if (nice * power >= least * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return 10 * power;
    }
}
