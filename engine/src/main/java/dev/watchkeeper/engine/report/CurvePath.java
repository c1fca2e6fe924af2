package dev.watchkeeper.engine.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * The way of an SVG path along a curve. However long the curve is, the path has at most the least and the greatest value of
 * each unit of width, so that no peak is lost, and nothing where a level stretch goes on.
 */
final class CurvePath {
    private final int width;
    private final double[] lows;
    private final double[] highs;
    private final int[] firsts;
    private final int[] lasts;

    private CurvePath(int width) {
        this.width = width;
        lows = new double[width + 1];
        highs = new double[width + 1];
        firsts = new int[width + 1];
        lasts = new int[width + 1];
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    }

    /**
     * The path's {@code d}; empty for a curve without values.
     *
     * @param left where the axis of time begins
     * @param top where the axis of values ends, which grows upwards
     */
    static String of(Curve curve, TimeAxis time, ValueAxis axis, int left, int top, int width, int height) {
        CurvePath path = new CurvePath(width);
        for (int i = 0; i < curve.size(); i++) {
            if (Double.isFinite(curve.value(i))) {
                path.add((int) Math.round(time.place(curve.time(i)) * width), i, curve.value(i));
            }
        }
        return path.draw(axis, left, top, height);
    }

    private void add(int column, int index, double value) {
        if (value < lows[column]) {
            lows[column] = value;
            firsts[column] = index;
        }
        if (value > highs[column]) {
            highs[column] = value;
            lasts[column] = index;
        }
    }

    private String draw(ValueAxis axis, int left, int top, int height) {
        StringBuilder d = new StringBuilder();
        double before = Double.NaN;
        int skipped = -1;
        for (int column = 0; column <= width; column++) {
            if (lows[column] > highs[column]) {
                continue;
            }
            double one = y(axis, firsts[column] <= lasts[column] ? lows[column] : highs[column], top, height);
            double other = y(axis, firsts[column] <= lasts[column] ? highs[column] : lows[column], top, height);
            if (one == before && other == before) {
                skipped = column;
                continue;
            }
            if (skipped >= 0) {
                point(d, left + skipped, before);
                skipped = -1;
            }
            point(d, left + column, one);
            if (other != one) {
                point(d, left + column, other);
            }
            before = other;
        }
        if (skipped >= 0) {
            point(d, left + skipped, before);
        }
        return d.toString();
    }

    private static double y(ValueAxis axis, double value, int top, int height) {
        return Math.rint(10 * (top + height * (1 - axis.place(value)))) / 10;
    }

    private static void point(StringBuilder d, int x, double y) {
        d.append(d.isEmpty() ? 'M' : 'L').append(x).append(' ');
        d.append(y == Math.rint(y) ? Long.toString((long) y) : String.format(Locale.ROOT, "%.1f", y));
    }
}
