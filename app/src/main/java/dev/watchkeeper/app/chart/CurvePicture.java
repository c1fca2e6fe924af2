package dev.watchkeeper.app.chart;

import java.util.List;

/**
 * All that a {@link CurveChart} shows at one moment.
 *
 * @param axis what x means
 * @param from the least x
 * @param to the greatest x, more than {@code from}
 * @param curves in the order of their inks
 * @param levels limits that are drawn across
 * @param moments what happened when
 * @param low at least this low the scale reaches
 * @param high at least this high the scale reaches
 */
public record CurvePicture(
        Axis axis,
        double from,
        double to,
        List<Curve> curves,
        List<Level> levels,
        List<Moment> moments,
        double low,
        double high) {
    /** With nothing in it. */
    public static final CurvePicture EMPTY = new CurvePicture(Axis.STEPS, 0, 1, List.of(), List.of(), List.of(), 0, 1);

    /** What x means. */
    public enum Axis {
        /** Milliseconds since 1970. */
        TIME,
        /** Whole numbers. */
        STEPS
    }

    /** A point; y is finite. */
    public record Point(double x, double y) {}

    /**
     * A line through points.
     *
     * @param points by x
     * @param dots whether each point is marked, for lines of few points
     */
    public record Curve(String name, List<Point> points, boolean dots) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /** A limit, and what it is called. */
    public record Level(double y, String label) {}

    /** A moment, and what happened then. */
    public record Moment(double x, String label) {}

    /** @throws IllegalArgumentException when the axis is empty */
    public CurvePicture {
        curves = List.copyOf(curves);
        levels = List.copyOf(levels);
        moments = List.copyOf(moments);
        if (!(from < to)) {
            throw new IllegalArgumentException("axis of x runs from " + from + " to " + to);
        }
    }

    /** Whether there is a point to see. */
    public boolean hasPoints() {
        return curves.stream().anyMatch(curve -> !curve.points().isEmpty());
    }

    /** The scale that holds all points, levels and what is asked for at the least. */
    ValueScale scale(int marks) {
        double least = low;
        double most = high;
        for (Curve curve : curves) {
            for (Point point : curve.points()) {
                least = Math.min(least, point.y());
                most = Math.max(most, point.y());
            }
        }
        for (Level level : levels) {
            least = Math.min(least, level.y());
            most = Math.max(most, level.y());
        }
        return ValueScale.around(least, most, marks);
    }
}
