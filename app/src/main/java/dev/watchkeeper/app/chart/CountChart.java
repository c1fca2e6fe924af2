package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.kpi.Load;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/**
 * Alarms per interval as columns over time, with the standard's numbers drawn across: 1 acceptable, 2 the most on average, more
 * than 10 a flood. Where there are more intervals than pixels, a column is the most of those under it. FX application thread only.
 */
public final class CountChart extends Region {
    private static final double HEIGHT = 118;
    private static final double LEAST_WIDTH = 200;

    private final ZoneId zone;
    private final TrendPalette palette = new TrendPalette(this::repaint);
    private final Canvas canvas = new Canvas();
    private Load load = new Load(Instant.EPOCH, java.time.Duration.ofMinutes(10), List.of());
    private Instant end = Instant.EPOCH;
    private boolean stale = true;

    public CountChart(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("count-chart");
        getChildren().addAll(palette, canvas);
        setAccessibleRole(AccessibleRole.NODE);
    }

    /**
     * Shows a load from the next pulse on.
     *
     * @param until where its last interval ends
     */
    public void show(Load next, Instant until) {
        if (!next.equals(load) || !until.equals(end)) {
            load = next;
            end = until;
            setAccessibleText("Alarms per interval, at most " + load.most());
            repaint();
        }
    }

    /** Whether what is to be shown has been drawn. */
    public boolean isDrawn() {
        return !stale;
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
        if (stale && width > 0 && height > 0) {
            stale = false;
            new CountPainter(canvas.getGraphicsContext2D(), palette, load, end, zone, width, height).paint();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }
}
