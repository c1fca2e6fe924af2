package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.history.ScoreSeries;
import dev.watchkeeper.engine.history.Series;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Draws traces into their lanes: few points as an antialiased line, many as one filled column each from the lowest to
 * the highest, which costs a tenth. A gap in the data stays a gap.
 */
final class TracePainter {
    /** From this score on, a column is shaded from top to bottom. */
    static final double HIGH_SCORE = 0.7;

    private static final double NOTED_SCORE = 0.3;
    private static final double SCORE_STRIP = 3;
    private static final double LINE = 1.5;
    private static final double DASH = 4;
    private static final double SHADE = 0.16;
    private static final double LEAST_SHADE = 2;
    private static final double MOST_SHADE = 12;
    private static final int GAP_INTERVALS = 6;
    private static final long SHORTEST_GAP_MILLIS = 5_000;

    private final GraphicsContext g;
    private final Plot plot;
    private final boolean asLines;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int points;

    /** @param asLines whether there are few enough points for lines */
    TracePainter(GraphicsContext g, Plot plot, boolean asLines) {
        this.g = g;
        this.plot = plot;
        this.asLines = asLines;
    }

    /** Draws the band in which the values were expected. */
    void band(ScoreSeries scores, Plot.Strip strip, Color fill) {
        g.setFill(fill);
        long gap = gapMillis(scores.size(), scores::timeMillis);
        int from = 0;
        while (from < scores.size()) {
            if (Double.isNaN(scores.expectedLow(from)) || Double.isNaN(scores.expectedHigh(from))) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < scores.size()
                    && !Double.isNaN(scores.expectedLow(to))
                    && !Double.isNaN(scores.expectedHigh(to))
                    && scores.timeMillis(to) - scores.timeMillis(to - 1) <= gap) {
                to++;
            }
            points = 0;
            for (int i = from; i < to; i++) {
                add(plot.x(scores.timeMillis(i)), clampY(strip, scores.expectedHigh(i)));
            }
            for (int i = to - 1; i >= from; i--) {
                add(plot.x(scores.timeMillis(i)), clampY(strip, scores.expectedLow(i)));
            }
            g.fillPolygon(xs, ys, points);
            from = to;
        }
    }

    /** Shades where scores were high, and draws a strip of all that is worth noting at the foot of the lane. */
    void scores(ScoreSeries scores, Plot.Strip strip, Color color) {
        Color shade = color.deriveColor(0, 1, 1, SHADE);
        double shadedUpTo = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.size(); i++) {
            double score = scores.highestScore(i);
            if (score < NOTED_SCORE) {
                continue;
            }
            double x = Math.rint(plot.clampX(plot.x(scores.timeMillis(i))));
            double next = i + 1 < scores.size() ? plot.x(scores.timeMillis(i + 1)) : x + LEAST_SHADE;
            double end = Math.clamp(Math.rint(plot.clampX(next)), x + LEAST_SHADE, x + MOST_SHADE);
            if (score >= HIGH_SCORE && end > shadedUpTo) {
                double from = Math.max(x, shadedUpTo);
                g.setFill(shade);
                g.fillRect(from, strip.top(), end - from, strip.height());
                shadedUpTo = end;
            }
            g.setFill(color.deriveColor(0, 1, 1, score));
            g.fillRect(x, strip.bottom() - SCORE_STRIP, end - x, SCORE_STRIP);
        }
    }

    /** Draws an earlier stretch as a thin dashed line through the middle of its columns, where it is inside the lane. */
    void earlier(Series earlier, Plot.Strip strip, Color color) {
        g.setStroke(color);
        g.setLineWidth(1);
        g.setLineDashes(DASH, DASH);
        long gap = gapMillis(earlier.size(), earlier::timeMillis);
        points = 0;
        for (int i = 0; i < earlier.size(); i++) {
            double y = strip.y((earlier.low(i) + earlier.high(i)) / 2);
            boolean inside = y >= strip.top() && y <= strip.bottom();
            if (!inside || (i > 0 && earlier.timeMillis(i) - earlier.timeMillis(i - 1) > gap)) {
                strokePoints();
            }
            if (inside) {
                add(plot.x(earlier.timeMillis(i)), y);
            }
        }
        strokePoints();
        g.setLineDashes();
    }

    void values(Series values, Plot.Strip strip, Color color) {
        long gap = gapMillis(values.size(), values::timeMillis);
        if (asLines) {
            g.setStroke(color);
            g.setLineWidth(LINE);
            lines(values, strip, gap);
        } else {
            g.setFill(color);
            columns(values, strip, gap);
        }
    }

    private void lines(Series values, Plot.Strip strip, long gap) {
        points = 0;
        for (int i = 0; i < values.size(); i++) {
            if (i > 0 && values.timeMillis(i) - values.timeMillis(i - 1) > gap) {
                strokePoints();
            }
            double x = plot.x(values.timeMillis(i));
            if (values.count(i) > 1 && values.high(i) > values.low(i)) {
                boolean rising = values.last(i) >= values.first(i);
                add(x, strip.y(values.first(i)));
                add(x, strip.y(rising ? values.low(i) : values.high(i)));
                add(x, strip.y(rising ? values.high(i) : values.low(i)));
            }
            add(x, strip.y(values.last(i)));
        }
        strokePoints();
    }

    private void strokePoints() {
        if (points == 1) {
            g.strokeLine(xs[0] - 1, ys[0], xs[0] + 1, ys[0]);
        } else if (points > 1) {
            g.strokePolyline(xs, ys, points);
        }
        points = 0;
    }

    private void columns(Series values, Plot.Strip strip, long gap) {
        for (int i = 0; i < values.size(); i++) {
            double low = values.low(i);
            double high = values.high(i);
            double x = plot.x(values.timeMillis(i));
            double from = x;
            if (i > 0 && values.timeMillis(i) - values.timeMillis(i - 1) <= gap) {
                from = plot.x(values.timeMillis(i - 1));
                low = Math.min(low, values.last(i - 1));
                high = Math.max(high, values.last(i - 1));
            }
            double top = strip.y(high);
            double height = Math.max(LINE, strip.y(low) - top);
            double width = Math.max(1, Math.ceil(x - from));
            g.fillRect(Math.floor(x) - width + 1, top, width, height);
        }
    }

    private void add(double x, double y) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points] = y;
        points++;
    }

    private static double clampY(Plot.Strip strip, double value) {
        return Math.clamp(strip.y(value), strip.top(), strip.bottom());
    }

    private interface Times {
        long at(int index);
    }

    /** The longest step that is still no gap: some median steps. */
    private static long gapMillis(int size, Times times) {
        if (size < 3) {
            return Long.MAX_VALUE;
        }
        long[] steps = new long[size - 1];
        for (int i = 1; i < size; i++) {
            steps[i - 1] = times.at(i) - times.at(i - 1);
        }
        Arrays.sort(steps);
        return Math.max(SHORTEST_GAP_MILLIS, GAP_INTERVALS * steps[steps.length / 2]);
    }
}
