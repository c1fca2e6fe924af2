package dev.watchkeeper.engine.report;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture of a recording: strips with curves above each other, spans of time that are shaded through all of them, and a
 * strip with spans in which there was an alarm. Its colours are those of the page. Not thread-safe while it is filled.
 */
public final class SvgPlot {
    /** How wide a picture is, in its own units; it is shown as wide as the page allows. */
    static final int WIDTH = 960;

    private static final int LEFT = 62;
    private static final int RIGHT = 12;
    private static final int TITLE = 18;
    private static final int GAP = 8;
    private static final int STRIP = 12;
    private static final int AXIS = 24;
    private static final int PLOT = WIDTH - LEFT - RIGHT;
    private static final int COLOURS = 8;

    private final String description;
    private final TimeAxis time;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<TimeSpan> shaded = new ArrayList<>();
    private final List<TimeSpan> alarms = new ArrayList<>();
    private String shadedName = "";
    private String alarmName = "";
    private String limitName = "";

    /** What a sign in the picture means. */
    record Key(String style, String name) {}

    /**
     * A picture without anything.
     *
     * @param description what it shows, for those who do not see it
     */
    public SvgPlot(TimeSpan span, String description) {
        this.description = description;
        time = new TimeAxis(span);
    }

    public SvgPlot lane(Lane lane) {
        lanes.add(lane);
        return this;
    }

    /**
     * Shades spans through all strips.
     *
     * @param name what they are
     */
    public SvgPlot shade(String name, List<TimeSpan> spans) {
        shadedName = name;
        shaded.addAll(spans);
        return this;
    }

    /**
     * Draws spans in a strip of their own.
     *
     * @param name what they are
     */
    public SvgPlot alarms(String name, List<TimeSpan> spans) {
        alarmName = name;
        alarms.addAll(spans);
        return this;
    }

    /** Says what the dashed lines are. */
    public SvgPlot nameLimits(String name) {
        limitName = name;
        return this;
    }

    List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        if (!shaded.isEmpty()) {
            keys.add(new Key("key-window", shadedName));
        }
        if (!limitName.isEmpty()) {
            keys.add(new Key("key-limit", limitName));
        }
        if (!alarms.isEmpty()) {
            keys.add(new Key("key-alarm", alarmName));
        }
        return keys;
    }

    void write(HtmlWriter svg) throws IOException {
        int height =
                lanes.stream().mapToInt(lane -> TITLE + lane.height() + GAP).sum();
        int bottom = height + (alarmName.isEmpty() ? 0 : STRIP + GAP);
        svg.open("svg", "viewBox", "0 0 " + WIDTH + " " + (bottom + AXIS), "role", "img", "aria-label", description);
        int y = 0;
        for (Lane lane : lanes) {
            write(svg, lane, y + TITLE);
            y += TITLE + lane.height() + GAP;
        }
        if (!alarmName.isEmpty()) {
            rect(svg, "strip", LEFT, y, PLOT, STRIP);
            for (TimeSpan alarm : alarms) {
                span(svg, "alarm", alarm, y, STRIP);
            }
        }
        for (TimeAxis.Tick tick : time.ticks()) {
            String x = number(LEFT + tick.place() * PLOT);
            svg.empty("line", "class", "tick", "x1", x, "x2", x, "y1", "" + bottom, "y2", "" + (bottom + 4));
            svg.leaf("text", tick.label(), "class", "time", "x", x, "y", "" + (bottom + 17));
        }
        svg.end();
    }

    private void write(HtmlWriter svg, Lane lane, int top) throws IOException {
        ValueAxis axis = lane.axis();
        svg.leaf("text", lane.name(), "class", "name", "x", "" + LEFT, "y", "" + (top - 5));
        rect(svg, "ground", LEFT, top, PLOT, lane.height());
        for (TimeSpan window : shaded) {
            span(svg, "window", window, top, lane.height());
        }
        for (double tick : axis.ticks()) {
            String y = y(lane, axis, tick, top);
            svg.empty("line", "class", "grid", "x1", "" + LEFT, "x2", "" + (LEFT + PLOT), "y1", y, "y2", y);
            svg.leaf("text", axis.label(tick), "class", "value", "x", "" + (LEFT - 6), "y", y, "dy", "3.5");
        }
        for (int i = 0; i < lane.curves().size(); i++) {
            String d = CurvePath.of(lane.curves().get(i), time, axis, LEFT, top, PLOT, lane.height());
            if (!d.isEmpty()) {
                svg.empty("path", "class", "curve c" + (i % COLOURS + 1), "d", d);
            }
        }
        for (double limit : lane.limits()) {
            String y = y(lane, axis, limit, top);
            svg.empty("line", "class", "limit", "x1", "" + LEFT, "x2", "" + (LEFT + PLOT), "y1", y, "y2", y);
        }
    }

    private static String y(Lane lane, ValueAxis axis, double value, int top) {
        return number(top + lane.height() * (1 - axis.place(value)));
    }

    private void span(HtmlWriter svg, String style, TimeSpan span, int top, int height) throws IOException {
        double from = time.place(span.start().toEpochMilli()) * PLOT;
        double to = time.place(span.end().toEpochMilli()) * PLOT;
        rect(svg, style, LEFT + from, top, Math.max(2, to - from), height);
    }

    private static void rect(HtmlWriter svg, String style, double x, double y, double width, double height)
            throws IOException {
        svg.empty(
                "rect",
                "class",
                style,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
