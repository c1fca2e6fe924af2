package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Draws labels: a quiet shade in the lanes that they are about, and a symbol in the uppermost of these. Also
 * the span that is being picked to be labelled.
 */
final class LabelPainter {
    private static final double SHADE = 0.10;
    private static final double SELECTION_SHADE = 0.16;
    private static final double BADGE = 16;
    private static final double GLYPH = 4;
    private static final double LINE = 1.6;
    private static final double EDGE = 2;

    private final GraphicsContext g;
    private final Plot plot;
    private final TrendPalette palette;

    LabelPainter(GraphicsContext g, Plot plot, TrendPalette palette) {
        this.g = g;
        this.plot = plot;
        this.palette = palette;
    }

    /** Below the traces. */
    void shades(List<LabelMark> labels) {
        Color ink = palette.color(Ink.LABEL);
        for (LabelMark mark : labels) {
            if (!mark.shaded()) {
                continue;
            }
            double from = start(plot, mark);
            double width = Math.max(1, end(mark) - from);
            for (Plot.Strip strip : plot.lanes()) {
                if (mark.concerns(strip.lane())) {
                    g.setFill(ink.deriveColor(0, 1, 1, SHADE));
                    g.fillRect(from, strip.top(), width, strip.height());
                    g.setFill(ink);
                    g.fillRect(from, strip.top(), width, EDGE);
                }
            }
        }
    }

    /** The span that is being picked, across all lanes. */
    void selection(TimeSpan span) {
        Color ink = palette.color(Ink.SELECTION);
        double from = Math.rint(plot.clampX(plot.x(span.start().toEpochMilli())));
        double to = Math.rint(plot.clampX(plot.x(span.end().toEpochMilli())));
        for (Plot.Strip strip : plot.lanes()) {
            g.setFill(ink.deriveColor(0, 1, 1, SELECTION_SHADE));
            g.fillRect(from, strip.top(), to - from, strip.height());
            g.setFill(ink);
            g.fillRect(from, strip.top(), 1, strip.height());
            g.fillRect(to - 1, strip.top(), 1, strip.height());
        }
    }

    /** Above the traces. */
    void symbols(List<LabelMark> labels) {
        for (LabelMark mark : labels) {
            place(plot, mark).ifPresent(at -> symbol(mark.kind(), at));
        }
    }

    /** The label whose symbol is at a place, the one drawn last first. */
    static Optional<LabelMark> at(Plot plot, List<LabelMark> labels, double x, double y) {
        return labels.reversed().stream()
                .filter(mark -> mark.overlaps(plot.viewport()))
                .filter(mark -> place(plot, mark)
                        .filter(at -> x >= at.x && x <= at.x + BADGE && y >= at.y && y <= at.y + BADGE)
                        .isPresent())
                .findFirst();
    }

    private record Place(double x, double y) {}

    private static Optional<Place> place(Plot plot, LabelMark mark) {
        return plot.lanes().stream()
                .filter(strip -> mark.concerns(strip.lane()))
                .findFirst()
                .map(strip -> new Place(
                        Math.min(Math.rint(plot.clampX(plot.x(mark.symbolMillis()))), plot.right() - BADGE),
                        strip.top()));
    }

    private static double start(Plot plot, LabelMark mark) {
        return Math.rint(plot.clampX(plot.x(mark.startMillis())));
    }

    private double end(LabelMark mark) {
        return Math.rint(plot.clampX(plot.x(mark.endMillis())));
    }

    private void symbol(LabelKind kind, Place at) {
        double x = at.x + BADGE / 2;
        double y = at.y + BADGE / 2;
        g.setFill(palette.color(Ink.LABEL));
        g.fillRect(at.x, at.y, BADGE, BADGE);
        g.setStroke(palette.color(Ink.PLOT));
        g.setLineWidth(LINE);
        switch (kind) {
            case TRUE_ANOMALY ->
                g.strokePolyline(
                        new double[] {x - GLYPH, x - 1, x + GLYPH}, new double[] {y, y + GLYPH - 1, y - GLYPH + 1}, 3);
            case NOT_AN_ANOMALY -> {
                g.strokeLine(x - GLYPH + 1, y - GLYPH + 1, x + GLYPH - 1, y + GLYPH - 1);
                g.strokeLine(x - GLYPH + 1, y + GLYPH - 1, x + GLYPH - 1, y - GLYPH + 1);
            }
            case MAINTENANCE ->
                g.strokePolygon(
                        new double[] {x, x + GLYPH, x, x - GLYPH}, new double[] {y - GLYPH, y, y + GLYPH, y}, 4);
            case UNKNOWN -> {
                g.strokeArc(x - 3, y - GLYPH - 1, 6, 6, -70, 240, javafx.scene.shape.ArcType.OPEN);
                g.strokeLine(x, y + 1, x, y + 1.5);
                g.strokeLine(x, y + GLYPH, x, y + GLYPH + 0.5);
            }
        }
    }
}
