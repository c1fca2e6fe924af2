package dev.watchkeeper.app.overview;

import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** The course of a value as a small line over its whole height; a dot marks the newest. */
final class Sparkline extends Region {
    private static final double MARGIN = 2;
    private static final double DOT = 2;

    private final Path line = new Path();
    private final Circle newest = new Circle(DOT);
    private Spark spark = Spark.NONE;
    private double least = Double.NaN;

    Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("line");
        newest.getStyleClass().add("newest");
        getChildren().addAll(line, newest);
    }

    /**
     * @param leastRange at least this much is seen from bottom to top, so that mere noise looks small; NaN for no
     * such least
     */
    void show(Spark next, double leastRange) {
        if (next != spark) {
            spark = next;
            least = leastRange;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < spark.size(); i++) {
            if (!Double.isNaN(spark.value(i))) {
                low = Math.min(low, spark.value(i));
                high = Math.max(high, spark.value(i));
            }
        }
        boolean drawn = low <= high;
        line.setVisible(drawn);
        newest.setVisible(drawn);
        if (drawn) {
            double missing = Double.isNaN(least) ? 0 : Math.max(0, least - (high - low));
            double room = high - low + missing > 0 ? missing / 2 : 1;
            draw(low - room, high + room);
        }
    }

    private void draw(double low, double high) {
        double height = getHeight() - 2 * MARGIN;
        double step = (getWidth() - 2 * DOT) / Math.max(1, spark.size() - 1);
        line.getElements().clear();
        boolean on = false;
        for (int i = 0; i < spark.size(); i++) {
            double value = spark.value(i);
            if (Double.isNaN(value)) {
                on = on && i + 1 < spark.size() && !Double.isNaN(spark.value(i + 1));
                continue;
            }
            double x = i * step;
            double y = MARGIN + height * (1 - (value - low) / (high - low));
            line.getElements().add(on ? new LineTo(x, y) : new MoveTo(x, y));
            on = true;
            newest.setCenterX(x);
            newest.setCenterY(y);
        }
    }
}
