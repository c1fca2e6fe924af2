package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.history.Series;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The cursor of a trend: a line across all lanes, a dot on each trace, the moment, and the alarm there is at it. */
final class CursorLayer extends Canvas {
    private static final double DOT = 6;
    private static final double CHIP_WIDTH = 116;
    private static final double CHIP_HEIGHT = 18;

    private final TrendPalette palette;
    private final DateTimeFormatter format;
    private final Runnable onMove;
    private @Nullable Plot plot;
    private double pointerX = Double.NaN;

    /** @param onMove called after the cursor has moved */
    CursorLayer(TrendPalette palette, ZoneId zone, Runnable onMove) {
        this.palette = palette;
        this.onMove = onMove;
        format = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(zone);
        setMouseTransparent(true);
    }

    @Override
    public boolean isResizable() {
        return true;
    }

    @Override
    public void resize(double width, double height) {
        setWidth(width);
        setHeight(height);
    }

    /** The moment at the cursor; empty while the pointer is elsewhere. */
    OptionalLong millis() {
        Plot current = plot;
        return current == null || Double.isNaN(pointerX)
                ? OptionalLong.empty()
                : OptionalLong.of(current.millisAt(pointerX));
    }

    void show(Plot shown, TrendPicture picture) {
        plot = shown;
        paint();
    }

    /** Moves the cursor; NaN takes it away. */
    void moveTo(double x) {
        Plot current = plot;
        boolean inside = current != null && x >= current.left() && x <= current.right();
        pointerX = inside ? x : Double.NaN;
        paint();
        onMove.run();
    }

    private void paint() {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Plot current = plot;
        if (current == null || Double.isNaN(pointerX)) {
            return;
        }
        long millis = current.millisAt(pointerX);
        double x = Math.rint(pointerX);
        g.setFill(palette.color(Ink.CURSOR));
        g.fillRect(x, Plot.MARKS, 1, current.bottom() - Plot.MARKS);
        for (Plot.Strip strip : current.lanes()) {
            dots(g, current, strip, millis);
        }
        double left = Math.clamp(x - CHIP_WIDTH / 2, current.left(), current.right() - CHIP_WIDTH);
        g.setFill(palette.color(Ink.CURSOR));
        g.fillRect(left, current.bottom() + 3, CHIP_WIDTH, CHIP_HEIGHT);
        g.setFill(palette.color(Ink.CURSOR_TEXT));
        g.setFont(palette.font());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(
                format.format(Instant.ofEpochMilli(millis)),
                left + CHIP_WIDTH / 2,
                current.bottom() + 3 + CHIP_HEIGHT / 2);
    }

    private void dots(GraphicsContext g, Plot current, Plot.Strip strip, long millis) {
        for (int i = 0; i < strip.lane().traces().size(); i++) {
            Series series = strip.lane().traces().get(i).values();
            int at = Nearest.at(series, millis);
            if (at >= 0 && series.timeMillis(at) >= current.viewport().startMillis()) {
                g.setFill(palette.color(Ink.series(i)));
                double x = current.x(series.timeMillis(at));
                g.fillOval(x - DOT / 2, strip.y(series.last(at)) - DOT / 2, DOT, DOT);
            }
        }
    }
}
