package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.assistant.answer.Block;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** A small chart inside an answer: each curve from its lowest to its highest values, with the span below and the scale beside. */
final class MiniChart extends Region {
    private static final double HEIGHT = 118;
    private static final double LEFT = 46;
    private static final double BOTTOM = 18;
    private static final double TOP = 6;
    private static final int COLOURS = 8;

    private final Block.Chart chart;
    private final List<Path> paths = new ArrayList<>();
    private final Rectangle ground = new Rectangle();
    private final Label high = new Label();
    private final Label low = new Label();
    private final Label start = new Label();
    private final Label end = new Label();
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    MiniChart(Block.Chart chart, Formats formats, Instant now) {
        this.chart = chart;
        getStyleClass().add("mini-chart");
        ground.getStyleClass().add("ground");
        getChildren().add(ground);
        for (int i = 0; i < chart.curves().size(); i++) {
            Path path = new Path();
            path.getStyleClass().addAll("curve", "series-" + (i % COLOURS + 1));
            path.setManaged(false);
            paths.add(path);
            getChildren().add(path);
            chart.curves().get(i).points().forEach(point -> {
                least = Math.min(least, point.low());
                most = Math.max(most, point.high());
            });
        }
        if (least > most) {
            least = 0;
            most = 1;
        } else if (most - least < 1e-9) {
            least -= 0.5;
            most += 0.5;
        }
        high.setText(Formats.value(most));
        low.setText(Formats.value(least));
        start.setText(formats.time(chart.span().start(), now));
        end.setText(formats.time(chart.span().end(), now));
        for (Label label : List.of(high, low, start, end)) {
            label.getStyleClass().add("hint");
            getChildren().add(label);
        }
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - LEFT);
        double height = getHeight() - BOTTOM - TOP;
        ground.setX(LEFT);
        ground.setY(TOP);
        ground.setWidth(width);
        ground.setHeight(height);
        place(high, 0, TOP - 4, LEFT - 5);
        place(low, 0, TOP + height - 12, LEFT - 5);
        place(start, LEFT, getHeight() - BOTTOM + 2, width / 2);
        double endWidth = end.prefWidth(-1);
        place(end, LEFT + width - endWidth, getHeight() - BOTTOM + 2, endWidth);
        for (int i = 0; i < paths.size(); i++) {
            draw(paths.get(i), chart.curves().get(i).points(), width, height);
        }
    }

    private static void place(Label label, double x, double y, double width) {
        label.resizeRelocate(x, y, width, label.prefHeight(-1));
    }

    private void draw(Path path, List<Block.Point> points, double width, double height) {
        path.getElements().clear();
        double from = chart.span().start().toEpochMilli();
        double length = Math.max(1, chart.span().length().toMillis());
        double step = length / Math.max(1, points.size());
        double before = Double.NEGATIVE_INFINITY;
        for (Block.Point point : points) {
            double at = point.at().toEpochMilli();
            double x = LEFT + width * Math.min(1, Math.max(0, (at - from) / length));
            double yLow = TOP + height * (1 - (point.low() - least) / (most - least));
            double yHigh = TOP + height * (1 - (point.high() - least) / (most - least));
            boolean gap = at - before > Math.max(6 * step, length / 20);
            path.getElements().add(gap ? new MoveTo(x, yHigh) : new LineTo(x, yHigh));
            if (yLow - yHigh > 0.5) {
                path.getElements().add(new LineTo(x, yLow));
            }
            before = at;
        }
    }
}
