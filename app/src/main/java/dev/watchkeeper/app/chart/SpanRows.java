package dev.watchkeeper.app.chart;

import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** Rows of spans over one axis of time, such as the episodes of two detectors below each other. FX application thread only. */
public final class SpanRows extends Region {
    private static final double LABELS = 84;
    private static final double X_LABELS = 18;
    private static final double RIGHT_MARGIN = 8;
    private static final double ROW_GAP = 4;
    private static final double INSET = 3;
    private static final double LEAST_SPAN = 2;
    private static final double PER_X_LABEL = 84;
    private static final double LEAST_ROW = 16;
    private static final double MOST_ROW = 26;

    private final ZoneId zone;
    private final TrendPalette palette = new TrendPalette(this::repaint);
    private final Canvas canvas = new Canvas();
    private Viewport viewport = new Viewport(0, 1, false);
    private List<Row> rows = List.of();
    private boolean stale = true;

    /** A row, and what it is called. */
    public record Row(String label, List<Bar> bars) {
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A span.
     *
     * @param strength in [0, 1]; the stronger the darker
     */
    public record Bar(long fromMillis, long toMillis, double strength) {}

    public SpanRows(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("span-rows");
        getChildren().addAll(palette, canvas);
        setAccessibleRole(AccessibleRole.NODE);
    }

    /** Shows other rows from the next pulse on. */
    public void show(Viewport over, List<Row> next) {
        if (over.equals(viewport) && next.equals(rows)) {
            return;
        }
        viewport = over;
        rows = List.copyOf(next);
        repaint();
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.max(1, rows.size()) * (LEAST_ROW + ROW_GAP) + X_LABELS;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(1, rows.size()) * (MOST_ROW + ROW_GAP) + X_LABELS;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        if (stale && width > LABELS + RIGHT_MARGIN && height > X_LABELS) {
            stale = false;
            paint(canvas.getGraphicsContext2D(), width, height);
        }
    }

    private void paint(GraphicsContext g, double width, double height) {
        g.clearRect(0, 0, width, height);
        g.setFont(palette.font());
        double plot = width - LABELS - RIGHT_MARGIN;
        double row = Math.min(MOST_ROW, (height - X_LABELS) / Math.max(1, rows.size()) - ROW_GAP);
        double bottom = rows.size() * (row + ROW_GAP);
        List<TimeTicks.Tick> ticks = TimeTicks.of(viewport, zone, (int) (plot / PER_X_LABEL));
        for (int i = 0; i < rows.size(); i++) {
            double top = Math.rint(i * (row + ROW_GAP));
            g.setFill(palette.color(Ink.PLOT));
            g.fillRect(LABELS, top, plot, row);
            g.setFill(palette.color(Ink.TEXT));
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(rows.get(i).label(), 0, top + row / 2, LABELS - ROW_GAP);
            for (TimeTicks.Tick tick : ticks) {
                g.setFill(palette.color(tick.major() ? Ink.DAY : Ink.GRID));
                g.fillRect(Math.rint(x(tick.millis(), plot)), top, 1, row);
            }
            for (Bar bar : rows.get(i).bars()) {
                double from = Math.clamp(x(bar.fromMillis(), plot), LABELS, LABELS + plot);
                double to = Math.clamp(x(bar.toMillis(), plot), LABELS, LABELS + plot);
                g.setFill(palette.color(Ink.series(i)).deriveColor(0, 1, 1, 0.4 + 0.6 * bar.strength()));
                g.fillRect(Math.rint(from), top + INSET, Math.max(LEAST_SPAN, Math.rint(to - from)), row - 2 * INSET);
            }
        }
        g.setFill(palette.color(Ink.TEXT));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (TimeTicks.Tick tick : ticks) {
            double x = Math.rint(x(tick.millis(), plot));
            if (x > LABELS + PER_X_LABEL / 4 && x < width - PER_X_LABEL / 4) {
                g.fillText(tick.label(), x, bottom);
            }
        }
    }

    private double x(long millis, double plot) {
        return LABELS + (double) (millis - viewport.startMillis()) / viewport.lengthMillis() * plot;
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }
}
