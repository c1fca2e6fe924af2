package dev.watchkeeper.app.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a trend stands, in pixels from its upper left corner. Immutable.
 *
 * @param left where the axis of time begins
 * @param lanes one a lane, from above
 */
record Plot(Viewport viewport, double left, double right, double marksTop, double bottom, List<Strip> lanes) {
    /** Room for the labels of values, between header and axis. */
    static final double VALUE_LABELS = 48;

    static final double MARKS = 24;
    static final double TIME_LABELS = 24;
    static final double GAP = 8;
    static final double RIGHT_MARGIN = 14;
    private static final double PER_MARK = 36;
    private static final double PER_FURTHER_TRACE = 0.35;

    /** The vertical extent of one lane and its scale. */
    record Strip(Lane lane, double top, double height, ValueScale scale) {
        double bottom() {
            return top + height;
        }

        double y(double value) {
            return top + height * (1 - scale.share(value));
        }

        /** The value at a height, rounded to what a hundredth of the scale can tell apart. */
        double value(double y) {
            double inside = Math.clamp(y, top, bottom());
            double exact = scale.low() + (1 - (inside - top) / height) * (scale.high() - scale.low());
            double quantum = quantum();
            return new java.math.BigDecimal(Math.rint(exact / quantum) * quantum)
                    .round(new java.math.MathContext(12))
                    .doubleValue();
        }

        /** The step in which values are rounded here: a power of ten, at most a hundredth of the scale. */
        double quantum() {
            return Math.pow(10, Math.floor(Math.log10((scale.high() - scale.low()) / 100)));
        }
    }

    /** @param headers room for the headers of the lanes, left of everything */
    static Plot of(TrendPicture picture, double headers, double width, double height) {
        List<Lane> lanes = picture.lanes();
        double top = MARKS;
        double bottom = Math.max(top, height - TIME_LABELS);
        double weights = lanes.stream().mapToDouble(Plot::weight).sum();
        double unit = Math.max(1, (bottom - top - GAP * (lanes.size() - 1)) / Math.max(1, weights));
        List<Strip> strips = new ArrayList<>(lanes.size());
        double from = top;
        for (Lane lane : lanes) {
            double tall = unit * weight(lane);
            int marks = Math.max(1, (int) (tall / PER_MARK));
            strips.add(new Strip(
                    lane, Math.rint(from), Math.rint(tall), lane.scale(picture.viewport(), marks, picture.limits())));
            from += tall + GAP;
        }
        double left = headers + VALUE_LABELS;
        return new Plot(
                picture.viewport(), left, Math.max(left + 1, width - RIGHT_MARGIN), 0, bottom, List.copyOf(strips));
    }

    /** Lanes of several traces get more room, for their headers too. */
    private static double weight(Lane lane) {
        return 1 + PER_FURTHER_TRACE * (lane.traces().size() - 1);
    }

    double width() {
        return right - left;
    }

    double x(long millis) {
        return left + (double) (millis - viewport.startMillis()) / viewport.lengthMillis() * width();
    }

    /** The moment at a place; before the start or after the end outside the axis. */
    long millisAt(double x) {
        return viewport.startMillis() + Math.round((x - left) / width() * viewport.lengthMillis());
    }

    /** The lane at a place; empty between lanes and beyond the axis. */
    java.util.Optional<Strip> strip(double x, double y) {
        return lanes.stream()
                .filter(lane -> x >= left && x <= right && y >= lane.top() && y <= lane.bottom())
                .findFirst();
    }

    double clampX(double x) {
        return Math.clamp(x, left, right);
    }
}
