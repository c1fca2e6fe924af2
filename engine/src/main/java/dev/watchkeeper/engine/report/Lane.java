package dev.watchkeeper.engine.report;

import java.util.List;

/**
 * One of the strips of a picture that lie above each other on one axis of time.
 *
 * @param name stands above the strip
 * @param curves drawn on one axis of values, in as many colours
 * @param limits levels that are drawn as dashed lines
 * @param height of the strip, in the picture's own units, of which it is {@value SvgPlot#WIDTH} wide
 * @param low where the axis begins at the latest; NaN for as low as the curves go
 * @param high where the axis ends at the earliest; NaN for as high as the curves go
 */
public record Lane(String name, List<Curve> curves, List<Double> limits, int height, double low, double high) {
    private static final int USUAL_HEIGHT = 96;

    public Lane {
        curves = List.copyOf(curves);
        limits = List.copyOf(limits);
    }

    /** A strip of the usual height, its axis as long as the curves need. */
    public static Lane of(String name, Curve... curves) {
        return new Lane(name, List.of(curves), List.of(), USUAL_HEIGHT, Double.NaN, Double.NaN);
    }

    public Lane withLimit(double level) {
        return new Lane(name, curves, List.of(level), height, low, high);
    }

    public Lane withHeight(int units) {
        return new Lane(name, curves, limits, units, low, high);
    }

    /** With an axis that spans at least this. */
    public Lane withRange(double least, double most) {
        return new Lane(name, curves, limits, height, least, most);
    }

    /** The values that the axis has to span; 0 to 1 where there are none. */
    ValueAxis axis() {
        double least = Double.isNaN(low) ? Double.POSITIVE_INFINITY : low;
        double most = Double.isNaN(high) ? Double.NEGATIVE_INFINITY : high;
        for (Curve curve : curves) {
            for (int i = 0; i < curve.size(); i++) {
                if (Double.isFinite(curve.value(i))) {
                    least = Math.min(least, curve.value(i));
                    most = Math.max(most, curve.value(i));
                }
            }
        }
        for (double limit : limits) {
            least = Math.min(least, limit);
            most = Math.max(most, limit);
        }
        return least <= most ? ValueAxis.over(least, most) : ValueAxis.over(0, 1);
    }
}
