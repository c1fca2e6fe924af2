package dev.watchkeeper.app.chart;

import java.util.Locale;

/**
 * A scale of values with some air at both ends, and round marks inside it.
 *
 * @param firstMark the lowest mark, a multiple of the step
 * @param step from one mark to the next
 * @param marks how many there are
 */
record ValueScale(double low, double high, double firstMark, double step, int marks) {
    private static final double[] NICE = {1, 2, 2.5, 5, 10};
    private static final double NEARLY = 1e-9;
    /** The air at each end, as a share of the range. */
    private static final double AIR = 0.06;
    /** Of a value that never changes, this share of it is shown above and below. */
    private static final double FLAT_SHARE = 0.05;

    private static final int MOST_DECIMALS = 6;

    /** A scale that holds a range, with about {@code most} marks, but two where one alone would do. */
    static ValueScale around(double lowest, double highest, int most) {
        if (!(lowest <= highest)) {
            return new ValueScale(0, 1, 0, 1, 2);
        }
        double size = Math.max(Math.abs(lowest), Math.abs(highest));
        boolean flat = highest - lowest <= size * NEARLY;
        double flatRoom = size == 0 ? 1 : size * FLAT_SHARE;
        double room = flat ? flatRoom : (highest - lowest) * AIR;
        double low = lowest - room;
        double high = highest + room;
        ValueScale scale = marked(low, high, Math.max(1, most));
        return scale.marks < 2 ? marked(low, high, 2 * Math.max(1, most)) : scale;
    }

    private static ValueScale marked(double low, double high, int most) {
        double step = niceStep((high - low) / most);
        double first = Math.ceil(low / step - NEARLY) * step;
        int marks = Math.max(0, (int) Math.floor((high - first) / step + NEARLY) + 1);
        return new ValueScale(low, high, first, step, marks);
    }

    double mark(int index) {
        return firstMark + index * step;
    }

    /** A mark as text, with as many decimals as the step needs. */
    String label(int index) {
        double value = mark(index);
        int decimals = 0;
        double rest = step;
        while (decimals < MOST_DECIMALS && Math.abs(rest - Math.rint(rest)) > 1e-6) {
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
            if (nice * power >= least * (1 - NEARLY)) {
                return nice * power;
            }
        }
        return 10 * power;
    }
}
