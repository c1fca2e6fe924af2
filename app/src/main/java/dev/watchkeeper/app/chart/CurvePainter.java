package dev.watchkeeper.app.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws one {@link CurvePicture} into a canvas of a size. */
final class CurvePainter {
    private static final double VALUE_LABELS = 34;
    private static final double X_LABELS = 18;
    private static final double TOP = 16;
    private static final double RIGHT_MARGIN = 8;
    private static final double PER_MARK = 24;
    private static final double PER_X_LABEL = 84;
    private static final double LINE = 1.6;
    private static final double DOT = 5;
    private static final double SHADE = 0.2;
    private static final double GAP = 6;
    private static final double CHIP = 17;
    private static final double[] DASHES = {5, 4};

    private final GraphicsContext g;
    private final TrendPalette palette;
    private final CurvePicture picture;
    private final ZoneId zone;
    private final double width;
    private final double height;
    private final double left = VALUE_LABELS;
    private final double right;
    private final double bottom;
    private final ValueScale scale;

    CurvePainter(
            GraphicsContext g, TrendPalette palette, CurvePicture picture, ZoneId zone, double width, double height) {
        this.g = g;
        this.palette = palette;
        this.picture = picture;
        this.zone = zone;
        this.width = width;
        this.height = height;
        right = Math.max(left + 1, width - RIGHT_MARGIN);
        bottom = Math.max(TOP + 1, height - X_LABELS);
        scale = picture.scale(Math.max(1, (int) ((bottom - TOP) / PER_MARK)));
    }

    void paint() {
        g.clearRect(0, 0, width, height);
        g.setFill(palette.color(Ink.PLOT));
        g.fillRect(left, TOP, right - left, bottom - TOP);
        g.setFont(palette.font());
        values();
        if (picture.axis() == CurvePicture.Axis.TIME) {
            times();
        } else {
            steps();
        }
        for (int i = 0; i < picture.curves().size(); i++) {
            curve(picture.curves().get(i), palette.color(Ink.series(i)));
        }
        picture.levels().forEach(this::level);
        picture.moments().forEach(this::moment);
        if (picture.curves().size() > 1) {
            legend();
        }
    }

    /** Draws a line at the pointer with what each curve says there. */
    void cursor(double pointer, DoubleFunction<String> text) {
        if (pointer < left || pointer > right || !picture.hasPoints()) {
            return;
        }
        double at = picture.from() + (pointer - left) / (right - left) * (picture.to() - picture.from());
        List<String> said = new ArrayList<>();
        double x = Double.NaN;
        for (int i = 0; i < picture.curves().size(); i++) {
            CurvePicture.Curve curve = picture.curves().get(i);
            if (curve.points().isEmpty()) {
                continue;
            }
            CurvePicture.Point nearest = nearest(curve.points(), at);
            x = Double.isNaN(x) ? nearest.x() : x;
            String name = picture.curves().size() > 1 ? curve.name() + " " : "";
            said.add(name + String.format(Locale.ROOT, "%.2f", nearest.y()));
            g.setFill(palette.color(Ink.series(i)));
            g.fillOval(x(nearest.x()) - DOT / 2, y(nearest.y()) - DOT / 2, DOT, DOT);
        }
        g.setFill(palette.color(Ink.CURSOR));
        g.fillRect(Math.rint(x(x)), TOP, 1, bottom - TOP);
        chip(text.apply(x) + "   " + String.join("   ", said), x(x));
    }

    private void values() {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < scale.marks(); i++) {
            double y = Math.rint(y(scale.mark(i)));
            g.setFill(palette.color(Ink.GRID));
            g.fillRect(left, y, right - left, 1);
            g.setFill(palette.color(Ink.TEXT));
            g.fillText(scale.label(i), left - GAP, y);
        }
    }

    private void times() {
        Viewport viewport = new Viewport(Math.round(picture.from()), Math.round(picture.to()), false);
        for (TimeTicks.Tick tick : TimeTicks.of(viewport, zone, (int) ((right - left) / PER_X_LABEL))) {
            mark((double) tick.millis(), tick.label(), tick.major() ? Ink.DAY : Ink.GRID);
        }
    }

    private void steps() {
        long first = Math.round(Math.ceil(picture.from()));
        long last = Math.round(Math.floor(picture.to()));
        long by = Math.max(1, Math.round((last - first) / Math.max(1, (right - left) / PER_X_LABEL)));
        for (long step = first; step <= last; step += by) {
            mark((double) step, String.valueOf(step), Ink.GRID);
        }
    }

    private void mark(double at, String label, Ink ink) {
        double x = Math.rint(x(at));
        g.setFill(palette.color(ink));
        g.fillRect(x, TOP, 1, bottom - TOP);
        g.setFill(palette.color(Ink.TEXT));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        double half = width(label) / 2;
        g.fillText(label, Math.clamp(x, left + half, right - half + RIGHT_MARGIN), bottom + 3);
    }

    private void curve(CurvePicture.Curve curve, Color color) {
        List<CurvePicture.Point> points = curve.points();
        double[] xs = points.stream().mapToDouble(point -> x(point.x())).toArray();
        double[] ys = points.stream().mapToDouble(point -> y(point.y())).toArray();
        if (!picture.levels().isEmpty() && points.size() > 1) {
            shade(xs, ys, y(picture.levels().getFirst().y()));
        }
        g.setStroke(color);
        g.setLineWidth(LINE);
        g.strokePolyline(xs, ys, xs.length);
        if (curve.dots() || points.size() == 1) {
            g.setFill(color);
            for (int i = 0; i < xs.length; i++) {
                g.fillOval(xs[i] - DOT / 2, ys[i] - DOT / 2, DOT, DOT);
            }
        }
    }

    /** What lies above the limit. */
    private void shade(double[] xs, double[] ys, double limit) {
        g.save();
        g.beginPath();
        g.rect(left, TOP, right - left, limit - TOP);
        g.clip();
        g.setFill(palette.color(Ink.ANOMALY).deriveColor(0, 1, 1, SHADE));
        g.beginPath();
        g.moveTo(xs[0], bottom);
        for (int i = 0; i < xs.length; i++) {
            g.lineTo(xs[i], ys[i]);
        }
        g.lineTo(xs[xs.length - 1], bottom);
        g.closePath();
        g.fill();
        g.restore();
    }

    private void level(CurvePicture.Level level) {
        double y = Math.rint(y(level.y())) + 0.5;
        g.setStroke(palette.color(Ink.ANOMALY));
        g.setLineWidth(1);
        g.setLineDashes(DASHES);
        g.strokeLine(left, y, right, y);
        g.setLineDashes();
        g.setFill(palette.color(Ink.TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(level.label(), left + GAP, y - 1);
    }

    private void moment(CurvePicture.Moment moment) {
        double x = Math.rint(Math.clamp(x(moment.x()), left, right));
        g.setFill(palette.color(Ink.CURSOR));
        g.fillRect(x, TOP - 4, 1, bottom - TOP + 4);
        double labelWidth = width(moment.label());
        boolean fits = x + GAP + labelWidth <= right;
        g.setTextAlign(fits ? TextAlignment.LEFT : TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(palette.color(Ink.CURSOR));
        g.fillText(moment.label(), fits ? x + GAP / 2 : x - GAP / 2, TOP / 2);
    }

    private void legend() {
        double x = left;
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < picture.curves().size(); i++) {
            String name = picture.curves().get(i).name();
            g.setFill(palette.color(Ink.series(i)));
            g.fillRect(x, TOP / 2 - 1, GAP * 2, 3);
            g.setFill(palette.color(Ink.TEXT));
            g.fillText(name, x + GAP * 3, TOP / 2);
            x += GAP * 6 + width(name);
        }
    }

    private void chip(String text, double middle) {
        double chipWidth = width(text) + 2 * GAP;
        double from = Math.clamp(middle - chipWidth / 2, 0, Math.max(0, width - chipWidth));
        g.setFill(palette.color(Ink.CURSOR));
        g.fillRect(from, bottom + 1, chipWidth, CHIP);
        g.setFill(palette.color(Ink.CURSOR_TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, from + GAP, bottom + 1 + CHIP / 2);
    }

    private static CurvePicture.Point nearest(List<CurvePicture.Point> points, double at) {
        CurvePicture.Point nearest = points.getFirst();
        for (CurvePicture.Point point : points) {
            if (Math.abs(point.x() - at) < Math.abs(nearest.x() - at)) {
                nearest = point;
            }
        }
        return nearest;
    }

    private double width(String label) {
        Text text = new Text(label);
        text.setFont(palette.font());
        return text.getLayoutBounds().getWidth();
    }

    private double x(double value) {
        return left + (value - picture.from()) / (picture.to() - picture.from()) * (right - left);
    }

    private double y(double value) {
        return TOP + (bottom - TOP) * (1 - scale.share(value));
    }
}
