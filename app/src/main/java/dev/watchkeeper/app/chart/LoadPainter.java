package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.kpi.Standard;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Draws one load into a canvas of a size. The scale is a square root, so that 1 and 2 can be told apart beside a flood of 100. Where there
 * are more intervals than pixels, a column is the one of them that has most.
 */
final class LoadPainter {
    private static final double TOP = 6;
    private static final double PER_LABEL = 92;
    private static final double GAP = 4;
    private static final double LEAST_TOP = 12;
    /** Pixels below which the labels of 1 and 2 would lie over each other. */
    private static final double LEAST_APART = 9;
    /** From this width on a pixel between two columns keeps them apart. */
    private static final double PARTED_FROM = 3;

    private static final double[] DASHES = {4, 3};
    private static final List<Double> ASKED =
            List.of(Standard.ACCEPTABLE_AVERAGE, Standard.MOST_AVERAGE, (double) Standard.FLOOD_ABOVE);

    private final GraphicsContext g;
    private final TrendPalette palette;
    private final LoadPicture load;
    private final ZoneId zone;
    private final double width;
    private final double height;
    private final double right;
    private final double bottom;
    private final double most;

    LoadPainter(GraphicsContext g, TrendPalette palette, LoadPicture load, ZoneId zone, double width, double height) {
        this.g = g;
        this.palette = palette;
        this.load = load;
        this.zone = zone;
        this.width = width;
        this.height = height;
        right = width - Plot.RIGHT_MARGIN;
        bottom = height - Plot.TIME_LABELS;
        most = Math.max(LEAST_TOP, load.most());
    }

    /** Whether there is room for anything but the labels. */
    static boolean fits(double width, double height) {
        return width > Plot.VALUE_LABELS + Plot.RIGHT_MARGIN && height > Plot.TIME_LABELS + TOP;
    }

    void paint() {
        g.clearRect(0, 0, width, height);
        g.setFont(palette.font());
        g.setFill(palette.color(Ink.PLOT));
        g.fillRect(Plot.VALUE_LABELS, TOP, right - Plot.VALUE_LABELS, bottom - TOP);
        times();
        columns();
        lines();
    }

    private void times() {
        int labels = (int) ((right - Plot.VALUE_LABELS) / PER_LABEL);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (TimeTicks.Tick tick : TimeTicks.of(load.viewport(), zone, labels)) {
            double x = Math.rint(x(tick.millis()));
            g.setFill(palette.color(tick.major() ? Ink.DAY : Ink.GRID));
            g.fillRect(x, TOP, 1, bottom - TOP);
            if (x > Plot.VALUE_LABELS + PER_LABEL / 4 && x < right - PER_LABEL / 5) {
                g.setFill(palette.color(Ink.TEXT));
                g.fillText(tick.label(), x, bottom + GAP);
            }
        }
    }

    private void columns() {
        int i = 0;
        while (i < load.own().size()) {
            int worst = i;
            double from = Math.floor(x(load.startMillis() + i * load.stepMillis()));
            double to;
            do {
                worst = load.count(i) > load.count(worst) ? i : worst;
                i++;
                to = Math.floor(x(load.startMillis() + i * load.stepMillis()));
            } while (i < load.own().size() && to - from < 1);
            column(worst, from, Math.max(1, Math.min(to, right) - from - (to - from > PARTED_FROM ? 1 : 0)));
        }
    }

    private void column(int interval, double from, double wide) {
        int count = load.count(interval);
        double others = Math.rint(y(load.others().get(interval)));
        double top = Math.rint(y(count));
        g.setFill(palette.color(Ink.BAND));
        g.fillRect(from, others, wide, bottom - others);
        g.setFill(palette.color(count > Standard.FLOOD_ABOVE ? Ink.HIGH : Ink.EARLIER));
        g.fillRect(from, top, wide, others - top);
    }

    private void lines() {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double asked : ASKED) {
            double y = Math.rint(y(asked)) + 0.5;
            g.setStroke(palette.color(asked == Standard.FLOOD_ABOVE ? Ink.HIGH : Ink.TEXT));
            g.setLineWidth(1);
            g.setLineDashes(DASHES);
            g.strokeLine(Plot.VALUE_LABELS, y, right, y);
            g.setLineDashes((double[]) null);
            g.setFill(palette.color(Ink.TEXT));
            if (asked != Standard.ACCEPTABLE_AVERAGE || y - y(Standard.MOST_AVERAGE) >= LEAST_APART) {
                g.fillText(String.valueOf((int) asked), Plot.VALUE_LABELS - GAP, y);
            }
        }
        if (load.most() > 2 * Standard.FLOOD_ABOVE) {
            g.fillText(String.valueOf(load.most()), Plot.VALUE_LABELS - GAP, y(load.most()) + GAP);
        }
    }

    private double x(long millis) {
        return Plot.VALUE_LABELS
                + (double) (millis - load.viewport().startMillis())
                        / load.viewport().lengthMillis()
                        * (right - Plot.VALUE_LABELS);
    }

    private double y(double count) {
        return bottom - Math.sqrt(count / most) * (bottom - TOP);
    }
}
