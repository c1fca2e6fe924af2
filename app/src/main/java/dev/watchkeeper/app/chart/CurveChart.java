package dev.watchkeeper.app.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/**
 * A few curves over time or steps, with limits, moments, and a read-out at the pointer. For hundreds of points, not for
 * readings: those belong in a {@link TrendChart}. FX application thread only.
 */
public final class CurveChart extends Region {
    private static final double LEAST_WIDTH = 160;
    private static final double LEAST_HEIGHT = 70;

    private final ZoneId zone;
    private final DateTimeFormatter moment;
    private final TrendPalette palette = new TrendPalette(this::repaint);
    private final Canvas canvas = new Canvas();
    private CurvePicture picture = CurvePicture.EMPTY;
    private double pointerX = Double.NaN;
    private boolean stale = true;
    private boolean drawn;

    public CurveChart(ZoneId zone) {
        this.zone = zone;
        moment = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(zone);
        getStyleClass().add("curve-chart");
        getChildren().addAll(palette, canvas);
        setAccessibleRole(AccessibleRole.NODE);
        setOnMouseMoved(event -> point(event.getX()));
        setOnMouseExited(event -> point(Double.NaN));
    }

    /** Shows another picture from the next pulse on. */
    public void setPicture(CurvePicture next) {
        if (next.equals(picture)) {
            return;
        }
        picture = next;
        setAccessibleText(picture.curves().stream()
                .map(CurvePicture.Curve::name)
                .collect(Collectors.joining(", ", "Curves: ", "")));
        repaint();
    }

    /** Whether the newest picture has been drawn. */
    public boolean isDrawn() {
        return drawn && !stale;
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
            CurvePainter painter =
                    new CurvePainter(canvas.getGraphicsContext2D(), palette, picture, zone, width, height);
            painter.paint();
            if (!Double.isNaN(pointerX)) {
                painter.cursor(pointerX, this::text);
            }
            drawn = true;
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
    }

    private String text(double x) {
        return switch (picture.axis()) {
            case TIME -> moment.format(Instant.ofEpochMilli(Math.round(x)));
            case STEPS -> "step " + Math.round(x);
        };
    }

    private void point(double x) {
        pointerX = x;
        repaint();
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }
}
