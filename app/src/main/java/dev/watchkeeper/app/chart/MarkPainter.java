package dev.watchkeeper.app.chart;

import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws alarms: their symbols and lengths above the lanes, and their spans across the lanes of their sensors. */
final class MarkPainter {
    private static final double SYMBOL = 14;
    private static final double BAR = 3;
    private static final double SHADE = 0.07;
    private static final double BRACKET = 5;

    private final GraphicsContext g;
    private final Plot plot;
    private final TrendPalette palette;

    MarkPainter(GraphicsContext g, Plot plot, TrendPalette palette) {
        this.g = g;
        this.plot = plot;
        this.palette = palette;
    }

    /** Brightens the lanes in a span that is pointed out. */
    void focusGround(TimeSpan focus) {
        double from = focusStart(focus);
        for (Plot.Strip strip : plot.lanes()) {
            g.setFill(palette.color(Ink.FOCUS));
            g.fillRect(from, strip.top(), focusEnd(focus) - from, strip.height());
        }
    }

    /** Brackets a span that is pointed out, above the lanes. */
    void focusBracket(TimeSpan focus) {
        double from = focusStart(focus);
        double to = focusEnd(focus);
        double top = plot.marksTop() + Plot.MARKS - BRACKET;
        g.setFill(palette.color(Ink.TEXT));
        g.fillRect(from, top, to - from, 1);
        g.fillRect(from, top, 1, BRACKET);
        g.fillRect(to - 1, top, 1, BRACKET);
    }

    /** Shades the spans in the lanes of the sensors concerned, and draws a line where each began. */
    void spans(List<AlarmMark> marks) {
        for (AlarmMark mark : marks) {
            double from = Math.rint(plot.clampX(plot.x(mark.openMillis())));
            double to = Math.rint(plot.clampX(
                    plot.x(Math.min(mark.closeMillis(), plot.viewport().endMillis()))));
            Color color = color(mark.priority());
            for (Plot.Strip strip : plot.lanes()) {
                boolean concerned = strip.lane().traces().stream()
                        .anyMatch(
                                trace -> mark.sensors().contains(trace.sensor().id()));
                if (concerned) {
                    g.setFill(color.deriveColor(0, 1, 1, SHADE));
                    g.fillRect(from, strip.top(), Math.max(1, to - from), strip.height());
                    g.setFill(color);
                    g.fillRect(from, strip.top(), 1, strip.height());
                }
            }
        }
    }

    /** Draws the symbols and bars above the lanes. */
    void symbols(List<AlarmMark> marks) {
        double middle = plot.marksTop() + SYMBOL / 2 + 1;
        for (AlarmMark mark : marks) {
            double from = plot.clampX(plot.x(mark.openMillis()));
            double to = plot.clampX(
                    plot.x(Math.min(mark.closeMillis(), plot.viewport().endMillis())));
            g.setFill(color(mark.priority()));
            g.fillRect(from, middle - BAR / 2, Math.max(0, to - from), BAR);
        }
        for (AlarmMark mark : marks) {
            symbol(mark.priority(), plot.clampX(plot.x(mark.openMillis())), middle);
        }
    }

    /** The mark whose symbol is at a place, the newest first. */
    static Optional<AlarmMark> at(Plot plot, List<AlarmMark> marks, double x, double y) {
        if (y < plot.marksTop() || y > plot.marksTop() + Plot.MARKS) {
            return Optional.empty();
        }
        return marks.reversed().stream()
                .filter(mark -> Math.abs(plot.clampX(plot.x(mark.openMillis())) - x) <= SYMBOL / 2 + 1)
                .findFirst();
    }

    private double focusStart(TimeSpan focus) {
        return Math.rint(plot.clampX(plot.x(focus.start().toEpochMilli())));
    }

    private double focusEnd(TimeSpan focus) {
        return Math.max(
                focusStart(focus) + 2, Math.rint(plot.clampX(plot.x(focus.end().toEpochMilli()))));
    }

    private void symbol(Priority priority, double x, double y) {
        double half = SYMBOL / 2;
        g.setFill(color(priority));
        switch (priority) {
            case HIGH -> g.fillRect(x - half, y - half, SYMBOL, SYMBOL);
            case MEDIUM ->
                g.fillPolygon(
                        new double[] {x, x + half + 1, x - half - 1}, new double[] {y - half, y + half, y + half}, 3);
            case LOW ->
                g.fillPolygon(
                        new double[] {x, x + half + 1, x - half - 1}, new double[] {y + half, y - half, y - half}, 3);
        }
        g.setFill(palette.color(Ink.ALARM_NUMBER));
        g.setFont(palette.font());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        double shift = switch (priority) {
            case HIGH -> 0;
            case MEDIUM -> 2;
            case LOW -> -2;
        };
        g.fillText(Words.number(priority), x, y + shift);
    }

    private Color color(Priority priority) {
        return palette.color(
                switch (priority) {
                    case HIGH -> Ink.HIGH;
                    case MEDIUM -> Ink.MEDIUM;
                    case LOW -> Ink.LOW;
                });
    }
}
