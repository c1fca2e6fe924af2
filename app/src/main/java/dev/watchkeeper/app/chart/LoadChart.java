package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.kpi.Standard;
import java.time.ZoneId;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Alarms in each ten minutes as columns, with the lines of the standard across: 1 acceptable on average, 2 at most, above 10 a flood. Its
 * axis of time stands below that of a {@link TrendChart} without headers. FX application thread only.
 */
public final class LoadChart extends Region {
    private static final double TOP = 6;
    private static final double PER_TIME_LABEL = 92;
    private static final double GAP = 6;
    private static final double LEAST_HEIGHT = 80;
    private static final double LEAST_COLUMN = 2;
    /** Below this many pixels an alarm, the labels of 1 and 2 would lie over each other. */
    private static final double LEAST_APART = 6;

    private static final double NUDGE = 3;
    private static final double[] DASHES = {4, 3};

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
        picture = next;
        repaint();
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
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
        if (stale
                && shown != null
                && width > Plot.VALUE_LABELS + Plot.RIGHT_MARGIN
                && height > Plot.TIME_LABELS + TOP) {
            stale = false;
            paint(canvas.getGraphicsContext2D(), shown, width, height);
        }
    }

    private void paint(GraphicsContext g, LoadPicture shown, double width, double height) {
        double left = Plot.VALUE_LABELS;
        double plot = width - left - Plot.RIGHT_MARGIN;
        double bottom = height - Plot.TIME_LABELS;
        double tallest = Math.max(Standard.FLOOD_ABOVE + 1, shown.most());
        double unit = (bottom - TOP) / tallest;
        g.clearRect(0, 0, width, height);
        g.setFont(palette.font());
        g.setFill(palette.color(Ink.PLOT));
        g.fillRect(left, TOP, plot, bottom - TOP);
        times(g, shown, left, plot, bottom);
        double perMilli = plot / shown.viewport().lengthMillis();
        double column = Math.max(LEAST_COLUMN, shown.stepMillis() * perMilli - 1);
        for (int i = 0; i < shown.own().size(); i++) {
            long at = shown.startMillis() + i * shown.stepMillis();
            double x = left + (at - shown.viewport().startMillis()) * perMilli;
            double wide = Math.min(column, left + plot - x);
            double others = shown.others().get(i) * unit;
            double own = shown.own().get(i) * unit;
            g.setFill(palette.color(Ink.BAND));
            g.fillRect(Math.rint(x), bottom - others, wide, others);
            boolean flood = shown.own().get(i) + shown.others().get(i) > Standard.FLOOD_ABOVE;
            g.setFill(palette.color(flood ? Ink.HIGH : Ink.series(0)));
            g.fillRect(Math.rint(x), bottom - others - own, wide, own);
        }
        boolean apart = unit >= LEAST_APART;
        line(g, left, plot, bottom - Standard.ACCEPTABLE_AVERAGE * unit, apart ? "1" : "", NUDGE);
        line(g, left, plot, bottom - Standard.MOST_AVERAGE * unit, apart ? "2" : "", -NUDGE);
        line(g, left, plot, bottom - Standard.FLOOD_ABOVE * unit, "10", 0);
    }

    private void times(GraphicsContext g, LoadPicture shown, double left, double plot, double bottom) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (TimeTicks.Tick tick : TimeTicks.of(shown.viewport(), zone, (int) (plot / PER_TIME_LABEL))) {
            double x = left
                    + (double) (tick.millis() - shown.viewport().startMillis())
                            / shown.viewport().lengthMillis()
                            * plot;
            g.setFill(palette.color(tick.major() ? Ink.DAY : Ink.GRID));
            g.fillRect(Math.rint(x), TOP, 1, bottom - TOP);
            if (x > left + PER_TIME_LABEL / 4 && x < left + plot - PER_TIME_LABEL / 5) {
                g.setFill(palette.color(Ink.TEXT));
                g.fillText(tick.label(), x, bottom + GAP);
            }
        }
    }

    private void line(GraphicsContext g, double left, double plot, double y, String label, double nudge) {
        double at = Math.rint(y) + 0.5;
        g.setStroke(palette.color(Ink.TEXT));
        g.setLineWidth(1);
        g.setLineDashes(DASHES);
        g.strokeLine(left, at, left + plot, at);
        g.setLineDashes();
        g.setFill(palette.color(Ink.TEXT));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(label, left - GAP, at + nudge);
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }
}
