package dev.watchkeeper.app.chart;

import java.time.ZoneId;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Alarms in each ten minutes as columns over time, with the standard's numbers drawn across: 1 acceptable, 2 the most on average, more than
 * 10 a flood. Its axis of time stands below that of a {@link TrendChart} without headers. FX application thread only.
 */
public final class LoadChart extends Region {
    private static final double HEIGHT = 118;
    private static final double LEAST_HEIGHT = 80;
    private static final double LEAST_WIDTH = 200;

    private final ZoneId zone;
    private final TrendPalette palette = new TrendPalette(this::repaint);
    private final Canvas canvas = new Canvas();
    private @Nullable LoadPicture picture;
    private boolean stale = true;

    public LoadChart(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("load-chart");
        getChildren().addAll(palette, canvas);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Alarms in each ten minutes");
    }

    /** Shows other columns from the next pulse on. */
    public void setPicture(LoadPicture next) {
        if (!next.equals(picture)) {
            picture = next;
            setAccessibleText("Alarms in each ten minutes, at most " + next.most());
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
        LoadPicture shown = picture;
        if (stale && shown != null && LoadPainter.fits(width, height)) {
            stale = false;
            new LoadPainter(canvas.getGraphicsContext2D(), palette, shown, zone, width, height).paint();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
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
