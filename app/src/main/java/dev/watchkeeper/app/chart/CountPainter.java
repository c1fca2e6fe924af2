package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.kpi.Load;
import dev.watchkeeper.engine.alarm.kpi.Standard;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws one load into a canvas of a size. The scale is a square root, so that 1 and 2 can be told apart beside a flood of 100. */
final class CountPainter {
    private static final double LEFT = 26;
    private static final double RIGHT = 4;
    private static final double TOP = 6;
    private static final double BELOW = 18;
    private static final double PER_LABEL = 70;
    private static final double GAP = 4;
    private static final double LEAST_TOP = 12;
    private static final double[] DASHES = {4, 3};
    private static final List<Double> ASKED =
            List.of(Standard.ACCEPTABLE_AVERAGE, Standard.MOST_AVERAGE, (double) Standard.FLOOD_ABOVE);

    private final GraphicsContext g;
    private final TrendPalette palette;
    private final Load load;
    private final Viewport viewport;
    private final ZoneId zone;
    private final double width;
    private final double height;
    private final double bottom;
    private final double most;

    CountPainter(
            GraphicsContext g, TrendPalette palette, Load load, Instant end, ZoneId zone, double width, double height) {
        this.g = g;
        this.palette = palette;
        this.load = load;
        this.zone = zone;
        this.width = width;
        this.height = height;
        long from = load.start().toEpochMilli();
        viewport = new Viewport(from, Math.max(from + 1, end.toEpochMilli()), false);
        bottom = height - BELOW;
        most = Math.max(LEAST_TOP, load.most());
    }

    void paint() {
        g.clearRect(0, 0, width, height);
        g.setFont(palette.font());
        g.setFill(palette.color(Ink.PLOT));
        g.fillRect(LEFT, TOP, width - LEFT - RIGHT, bottom - TOP);
        times();
        columns();
        lines();
    }

    private void times() {
        int labels = (int) ((width - LEFT - RIGHT) / PER_LABEL);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (TimeTicks.Tick tick : TimeTicks.of(viewport, zone, labels)) {
            double x = Math.rint(x(tick.millis()));
            g.setFill(palette.color(tick.major() ? Ink.DAY : Ink.GRID));
            g.fillRect(x, TOP, 1, bottom - TOP);
            if (x > LEFT + PER_LABEL / 4 && x < width - PER_LABEL / 4) {
                g.setFill(palette.color(Ink.TEXT));
                g.fillText(tick.label(), x, bottom + 3);
            }
        }
    }

    private void columns() {
        long step = load.step().toMillis();
        long start = load.start().toEpochMilli();
        int i = 0;
        while (i < load.counts().size()) {
            double from = Math.floor(x(start + i * step));
            int count = 0;
            double to = from;
            do {
                count = Math.max(count, load.counts().get(i));
                i++;
                to = Math.floor(x(start + i * step));
            } while (i < load.counts().size() && to - from < 1);
            if (count > 0) {
                double wide = Math.max(1, Math.min(to, width - RIGHT) - from - (to - from > 3 ? 1 : 0));
                double top = Math.rint(y(count));
                g.setFill(palette.color(count > Standard.FLOOD_ABOVE ? Ink.HIGH : Ink.EARLIER));
                g.fillRect(from, top, wide, bottom - top);
            }
        }
    }

    private void lines() {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double asked : ASKED) {
            double y = Math.rint(y(asked)) + 0.5;
            boolean flood = asked == Standard.FLOOD_ABOVE;
            g.setStroke(palette.color(flood ? Ink.HIGH : Ink.TEXT));
            g.setLineWidth(1);
            g.setLineDashes(DASHES);
            g.strokeLine(LEFT, y, width - RIGHT, y);
            g.setLineDashes((double[]) null);
            g.setFill(palette.color(Ink.TEXT));
            g.fillText(String.valueOf((int) asked), LEFT - GAP, y);
        }
        if (load.most() > 2 * Standard.FLOOD_ABOVE) {
            g.fillText(String.valueOf(load.most()), LEFT - GAP, y(load.most()) + GAP);
        }
    }

    private double x(long millis) {
        return LEFT + (double) (millis - viewport.startMillis()) / viewport.lengthMillis() * (width - LEFT - RIGHT);
    }

    private double y(double count) {
        return bottom - Math.sqrt(count / most) * (bottom - TOP);
    }
}
