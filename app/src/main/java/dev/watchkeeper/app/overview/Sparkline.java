package dev.watchkeeper.app.overview;

import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** The course of a value as a small line, before its expected band where that is in sight; a dot marks the newest. */
final class Sparkline extends Region {
    private static final double MARGIN = 2;
    private static final double DOT = 2;

    private final Rectangle band = new Rectangle();
    private final Path line = new Path();
    private final Circle newest = new Circle(DOT);
    private Spark spark = Spark.NONE;
    private double bandLow = Double.NaN;
    private double bandHigh = Double.NaN;

    Sparkline() {
        getStyleClass().add("sparkline");
        band.getStyleClass().add("band");
        line.getStyleClass().add("line");
        newest.getStyleClass().add("newest");
        getChildren().addAll(band, line, newest);
    }

    void show(Spark next, double low, double high) {
        boolean same = next == spark && Double.compare(low, bandLow) == 0 && Double.compare(high, bandHigh) == 0;
        if (!same) {
            spark = next;
            bandLow = low;
            bandHigh = high;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < spark.size(); i++) {
            double value = spark.value(i);
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        boolean drawn = low <= high;
        line.setVisible(drawn);
        newest.setVisible(drawn);
        boolean banded = drawn && bandLow <= bandHigh;
        band.setVisible(banded);
        if (banded) {
            double room = Math.max(high - low, bandHigh - bandLow);
            low = Math.min(low, Math.max(bandLow, low - room));
            high = Math.max(high, Math.min(bandHigh, high + room));
        }
        if (drawn) {
            draw(low, high, banded);
        }
    }

    private void draw(double low, double high, boolean banded) {
        double range = high > low ? high - low : 1;
        double middle = high > low ? low : low - 0.5;
        double height = getHeight() - 2 * MARGIN;
        if (banded) {
            double top = MARGIN + height * (1 - (Math.min(bandHigh, high) - middle) / range);
            double bottom = MARGIN + height * (1 - (Math.max(bandLow, low) - middle) / range);
            band.setX(0);
            band.setWidth(getWidth());
            band.setY(Math.rint(top));
            band.setHeight(Math.max(1, Math.rint(bottom - top)));
        }
        line.getElements().clear();
        double step = (getWidth() - 2 * DOT) / Math.max(1, spark.size() - 1);
        boolean on = false;
        for (int i = 0; i < spark.size(); i++) {
            double value = spark.value(i);
            if (Double.isNaN(value)) {
                continue;
            }
            double x = i * step;
            double y = MARGIN + height * (1 - (value - middle) / range);
            line.getElements().add(on ? new LineTo(x, y) : new MoveTo(x, y));
            on = i + 2 >= spark.size() || !Double.isNaN(spark.value(i + 1)) || !Double.isNaN(spark.value(i + 2));
            newest.setCenterX(x);
            newest.setCenterY(y);
        }
    }
}
