package dev.watchkeeper.app.chart;

import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what surrounds the traces: the ground of the lanes, grid lines, and the labels of both axes. */
final class FramePainter {
    private static final double PER_TIME_LABEL = 92;
    private static final double LABEL_GAP = 6;
    private static final double LABEL_HEIGHT = 13;

    private final GraphicsContext g;
    private final Plot plot;
    private final TrendPalette palette;
    private final List<TimeTicks.Tick> ticks;

    FramePainter(GraphicsContext g, Plot plot, TrendPalette palette, ZoneId zone) {
        this.g = g;
        this.plot = plot;
        this.palette = palette;
        ticks = TimeTicks.of(plot.viewport(), zone, (int) (plot.width() / PER_TIME_LABEL));
    }

    /** Below the traces. */
    void ground() {
        for (Plot.Strip strip : plot.lanes()) {
            g.setFill(palette.color(Ink.PLOT));
            g.fillRect(plot.left(), strip.top(), plot.width(), strip.height());
            g.setFill(palette.color(Ink.GRID));
            ValueScale scale = strip.scale();
            for (int i = 0; i < scale.marks(); i++) {
                g.fillRect(plot.left(), Math.rint(strip.y(scale.mark(i))), plot.width(), 1);
            }
            for (TimeTicks.Tick tick : ticks) {
                g.setFill(palette.color(tick.major() ? Ink.DAY : Ink.GRID));
                g.fillRect(Math.rint(plot.x(tick.millis())), strip.top(), 1, strip.height());
            }
        }
    }

    /** Above the traces: clears what they drew beyond the axes, then writes the labels there. */
    void labels(double width, double height) {
        g.clearRect(0, 0, plot.left(), height);
        g.clearRect(plot.right(), 0, width - plot.right(), height);
        g.setFont(palette.font());
        g.setFill(palette.color(Ink.TEXT));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (Plot.Strip strip : plot.lanes()) {
            values(strip);
        }
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        double y = plot.bottom() + LABEL_GAP;
        for (TimeTicks.Tick tick : ticks) {
            double x = Math.rint(plot.x(tick.millis()));
            if (x > plot.left() + PER_TIME_LABEL / 4 && x < plot.right() - PER_TIME_LABEL / 5) {
                g.fillText(tick.label(), x, y);
            }
        }
    }

    private void values(Plot.Strip strip) {
        ValueScale scale = strip.scale();
        double x = plot.left() - LABEL_GAP;
        double free = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scale.marks(); i++) {
            double y = strip.y(scale.mark(i));
            if (y <= free) {
                g.fillText(scale.label(i), x, y);
                free = y - LABEL_HEIGHT;
            }
        }
    }
}
