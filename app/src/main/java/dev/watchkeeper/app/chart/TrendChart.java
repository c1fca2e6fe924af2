package dev.watchkeeper.app.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * Lanes of traces over one axis of time. It is given a picture and draws it once in the next pulse, however many
 * pictures came before; the cursor has a canvas of its own and costs no redraw of the traces. FX application thread
 * only.
 */
public final class TrendChart extends Region {
    /** Room for the headers of lanes that the labels of most sensors need. */
    public static final double USUAL_HEADERS = 166;

    private static final double WIDER_HEADERS = 92;
    private static final double LEAST = 100;
    /** Up to this many columns in all, traces are antialiased lines. */
    private static final int LINES_UP_TO = 9_000;

    private final ZoneId zone;
    private final double headersWidth;
    private final TrendPalette palette = new TrendPalette(this::repaint);
    private final Canvas ground = new Canvas();
    private final CursorLayer cursor;
    private final LimitLayer limits;
    private final List<LaneHeader> headers = new ArrayList<>();
    private final ReadOnlyDoubleWrapper plotWidth = new ReadOnlyDoubleWrapper(this, "plotWidth", 0);
    private TrendPicture picture;
    private Plot plot;
    private boolean stale = true;
    private boolean drawn;

    /**
     * @param headers room for the headers of the lanes, in pixels; 0 for no headers
     * @param empty what is shown before the first picture comes
     */
    public TrendChart(ZoneId zone, double headers, TrendPicture empty, TrendSteering steering) {
        this.zone = zone;
        this.headersWidth = headers;
        picture = empty;
        plot = Plot.of(empty, headers, headers, Plot.TIME_LABELS);
        cursor = new CursorLayer(palette, zone, this::readHeaders);
        getStyleClass().add("trend-chart");
        limits = new LimitLayer(this, steering);
        getChildren().addAll(palette, ground, cursor, limits);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Trend");
        new TrendMouse(this, cursor, limits, steering).install();
        TrendKeys.install(this, steering);
    }

    /** Shows another picture from the next pulse on. */
    public void setPicture(TrendPicture next) {
        picture = next;
        repaint();
    }

    /** How wide the axis of time is, in pixels: about how many columns are worth loading. */
    public ReadOnlyDoubleProperty plotWidthProperty() {
        return plotWidth.getReadOnlyProperty();
    }

    /** Whether the newest picture has been drawn and has values. */
    public boolean showsValues() {
        return drawn && !stale && picture.hasValues();
    }

    Plot plot() {
        return plot;
    }

    TrendPicture picture() {
        return picture;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != ground.getWidth() || height != ground.getHeight()) {
            ground.setWidth(width);
            ground.setHeight(height);
            cursor.resize(width, height);
            stale = true;
        }
        if (stale && width > 0 && height > 0) {
            stale = false;
            plot = plot(width, height);
            plotWidth.set(plot.width());
            paint(width, height);
            layoutHeaders();
            cursor.show(plot, picture);
            limits.resizeRelocate(0, 0, width, height);
            limits.show(plot);
            drawn = true;
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(LEAST, headersWidth) * 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.max(LEAST, headersWidth) / 2;
    }

    /** Where lanes are too low for headers of three lines, the headers get wider instead. */
    private Plot plot(double width, double height) {
        Plot usual = Plot.of(picture, headersWidth, width, height);
        if (headersWidth == 0) {
            return usual;
        }
        boolean roomy = usual.lanes().stream().allMatch(strip -> LaneHeader.roomy(strip.lane(), strip.height()));
        return roomy ? usual : Plot.of(picture, headersWidth + WIDER_HEADERS, width, height);
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }

    private void paint(double width, double height) {
        GraphicsContext g = ground.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        List<AlarmMark> seen = picture.marks().stream()
                .filter(mark -> mark.overlaps(plot.viewport()))
                .toList();
        FramePainter frame = new FramePainter(g, plot, palette, zone);
        MarkPainter marks = new MarkPainter(g, plot, palette);
        frame.ground();
        picture.focus().ifPresent(marks::focusGround);
        List<LabelMark> said = picture.labels().stream()
                .filter(label -> label.overlaps(plot.viewport()))
                .toList();
        LabelPainter labels = new LabelPainter(g, plot, palette);
        labels.shades(said);
        marks.spans(seen);
        picture.selection().ifPresent(labels::selection);
        int columns = plot.lanes().stream()
                .flatMap(strip -> strip.lane().traces().stream())
                .mapToInt(trace -> trace.values().size())
                .sum();
        TracePainter traces = new TracePainter(g, plot, columns <= LINES_UP_TO);
        for (Plot.Strip strip : plot.lanes()) {
            paint(traces, strip);
        }
        new LimitPainter(g, plot, palette).paint(picture.limits());
        frame.labels(width, height);
        picture.focus().ifPresent(marks::focusBracket);
        marks.symbols(seen);
        labels.symbols(said);
    }

    private void paint(TracePainter painter, Plot.Strip strip) {
        List<Trace> traces = strip.lane().traces();
        boolean alone = traces.size() == 1;
        for (Trace trace : traces) {
            if (alone) {
                painter.band(trace.scores(), strip, palette.color(Ink.BAND));
            }
            painter.scores(trace.scores(), strip, palette.color(Ink.ANOMALY));
        }
        for (Trace trace : traces) {
            painter.earlier(trace.earlier(), strip, palette.color(Ink.EARLIER));
        }
        for (int i = 0; i < traces.size(); i++) {
            painter.values(traces.get(i).values(), strip, palette.color(Ink.series(i)));
        }
    }

    private void layoutHeaders() {
        List<Plot.Strip> strips = headersWidth == 0 ? List.of() : plot.lanes();
        while (headers.size() > strips.size()) {
            getChildren().remove(headers.removeLast());
        }
        while (headers.size() < strips.size()) {
            LaneHeader header = new LaneHeader(strips.get(headers.size()).lane());
            headers.add(header);
            getChildren().add(header);
        }
        for (int i = 0; i < strips.size(); i++) {
            Plot.Strip strip = strips.get(i);
            headers.get(i).show(strip.lane(), strip.height(), palette);
            headers.get(i).resizeRelocate(0, strip.top(), plot.left() - Plot.VALUE_LABELS, strip.height());
        }
        readHeaders();
    }

    private void readHeaders() {
        long at = cursor.millis().orElse(Long.MAX_VALUE);
        for (LaneHeader header : headers) {
            header.read(at);
        }
    }
}
