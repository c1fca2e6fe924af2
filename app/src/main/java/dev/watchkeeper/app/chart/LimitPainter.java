package dev.watchkeeper.app.chart;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.Unit;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Draws limits across the lanes of their sensors, grey as all that is normal (ISA-101): a dashed line with name, value and the shape of
 * its priority; one beyond the scale as an arrow at the edge where it lies.
 */
final class LimitPainter {
    private static final double SHAPE = 9;
    private static final double GAP = 4;
    private static final double LABEL = 14;
    private static final double INDENT = 6;
    private static final double FAINT = 0.45;
    private static final double[] DASHES = {6, 4};

    private final GraphicsContext g;
    private final Plot plot;
    private final TrendPalette palette;

    LimitPainter(GraphicsContext g, Plot plot, TrendPalette palette) {
        this.g = g;
        this.plot = plot;
        this.palette = palette;
    }

    void paint(List<LimitMark> limits) {
        for (Plot.Strip strip : plot.lanes()) {
            double aboveX = plot.left() + INDENT;
            double belowX = plot.left() + INDENT;
            for (LimitMark limit : limits) {
                if (!strip.lane().concerns(limit)) {
                    continue;
                }
                double y = strip.y(limit.value());
                if (y < strip.top()) {
                    aboveX = beyond(limit, strip, aboveX, strip.top() + LABEL / 2 + 1, "↑ ");
                } else if (y > strip.bottom()) {
                    belowX = beyond(limit, strip, belowX, strip.bottom() - LABEL / 2 - 1, "↓ ");
                } else {
                    line(limit, strip, Math.rint(y) + 0.5);
                }
            }
        }
    }

    private void line(LimitMark limit, Plot.Strip strip, double y) {
        g.setStroke(ink(limit));
        g.setLineWidth(1);
        g.setLineDashes(DASHES);
        g.strokeLine(plot.left(), y, plot.right(), y);
        g.setLineDashes();
        boolean roomAbove = y - strip.top() >= LABEL;
        boolean over = limit.above() ? roomAbove : strip.bottom() - y < LABEL && roomAbove;
        label(limit, strip, plot.left() + INDENT, over ? y - LABEL / 2 : y + LABEL / 2, "");
    }

    private double beyond(LimitMark limit, Plot.Strip strip, double x, double y, String arrow) {
        return label(limit, strip, x, y, arrow) + INDENT * 2;
    }

    private double label(LimitMark limit, Plot.Strip strip, double x, double y, String before) {
        Unit unit = strip.lane().unit();
        String text =
                before + limit.name() + " " + Formats.exact(limit.value(), unit) + (limit.enabled() ? "" : ", off");
        g.setFont(palette.font());
        double width = width(text);
        g.setFill(palette.color(Ink.PLOT).deriveColor(0, 1, 1, 0.8));
        g.fillRect(x - 2, y - LABEL / 2 + 1, SHAPE + GAP + width + 4, LABEL - 2);
        shape(limit, x + SHAPE / 2, y);
        g.setFill(palette.color(Ink.TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x + SHAPE + GAP, y);
        return x + SHAPE + GAP + width;
    }

    private void shape(LimitMark limit, double x, double y) {
        double half = SHAPE / 2;
        g.setStroke(ink(limit));
        g.setLineWidth(1.4);
        Priority priority = limit.priority();
        if (priority == Priority.HIGH) {
            g.strokeRect(x - half + 1, y - half + 1, SHAPE - 2, SHAPE - 2);
        } else {
            double tip = priority == Priority.MEDIUM ? y - half : y + half;
            double base = priority == Priority.MEDIUM ? y + half : y - half;
            g.strokePolygon(new double[] {x, x + half, x - half}, new double[] {tip, base, base}, 3);
        }
    }

    private Color ink(LimitMark limit) {
        Color ink = palette.color(Ink.TEXT);
        return limit.enabled() ? ink : ink.deriveColor(0, 1, 1, FAINT);
    }

    private double width(String label) {
        Text text = new Text(label);
        text.setFont(palette.font());
        return text.getLayoutBounds().getWidth();
    }
}
