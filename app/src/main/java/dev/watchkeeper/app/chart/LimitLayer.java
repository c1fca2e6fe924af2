package dev.watchkeeper.app.chart;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Sensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where limits are put with mouse and keys: a handle at the right of each lane, and while a limit is on its way a line with a read-out.
 * FX application thread only.
 */
final class LimitLayer extends Pane {
    private static final double HANDLE_WIDTH = 13;
    private static final double HANDLE_HEIGHT = 24;
    private static final double NEAR = 4;
    private static final double GAP = 6;

    private final TrendChart chart;
    private final TrendSteering steering;
    private final List<LimitHandle> handles = new ArrayList<>();
    private final Region line = new Region();
    private final Label readOut = new Label();
    private @Nullable Placing placing;

    /** A limit on its way: where, at which value, and which limit it was before; null for a new one. */
    private record Placing(
            Plot.Strip strip, double value, @Nullable LimitMark movedOrNull) {}

    LimitLayer(TrendChart chart, TrendSteering steering) {
        this.chart = chart;
        this.steering = steering;
        setPickOnBounds(false);
        line.getStyleClass().add("limit-line");
        line.setMouseTransparent(true);
        readOut.getStyleClass().add("limit-read-out");
        readOut.setId("limit-read-out");
        readOut.setMouseTransparent(true);
        readOut.setManaged(false);
        line.setManaged(false);
        getChildren().addAll(line, readOut);
        showPlacing();
    }

    /** Takes over where the lanes now stand. */
    void show(Plot plot) {
        int wanted = steering.setsLimits() ? plot.lanes().size() : 0;
        while (handles.size() > wanted) {
            getChildren().remove(handles.removeLast());
        }
        while (handles.size() < wanted) {
            LimitHandle handle = new LimitHandle(this);
            handles.add(handle);
            getChildren().add(handle);
        }
        for (int i = 0; i < wanted; i++) {
            Plot.Strip strip = plot.lanes().get(i);
            LimitHandle handle = handles.get(i);
            handle.show(strip);
            double y = Math.clamp(
                    strip.y(newest(strip)) - HANDLE_HEIGHT / 2,
                    strip.top(),
                    Math.max(strip.top(), strip.bottom() - HANDLE_HEIGHT));
            handle.resizeRelocate(
                    plot.right() + 1, Math.rint(y), HANDLE_WIDTH, Math.min(HANDLE_HEIGHT, strip.height()));
        }
        Placing now = placing;
        if (now != null) {
            plot.lanes().stream()
                    .filter(strip -> sensor(strip, now.value).equals(sensor(now.strip, now.value)))
                    .findFirst()
                    .ifPresent(strip -> placing = new Placing(strip, now.value, now.movedOrNull));
            showPlacing();
        }
    }

    boolean placing() {
        return placing != null;
    }

    /** The limit whose line is at a place, if limits can be set here. */
    Optional<LimitMark> at(double x, double y) {
        if (!steering.setsLimits()) {
            return Optional.empty();
        }
        return chart.plot()
                .strip(x, y)
                .flatMap(strip -> chart.picture().limits().stream()
                        .filter(strip.lane()::concerns)
                        .filter(limit -> Math.abs(strip.y(limit.value()) - y) <= NEAR)
                        .min(Comparator.comparingDouble(limit -> Math.abs(strip.y(limit.value()) - y))));
    }

    /** Takes hold of the limit at a place, or of a new one where that is wanted; false where there is none to hold. */
    boolean pressed(double x, double y, boolean fresh) {
        if (!steering.setsLimits()) {
            return false;
        }
        Optional<Plot.Strip> strip = chart.plot().strip(x, y);
        Optional<LimitMark> limit = fresh ? Optional.empty() : at(x, y);
        if (strip.isEmpty() || (!fresh && limit.isEmpty())) {
            return false;
        }
        begin(strip.get(), limit.map(LimitMark::value).orElse(strip.get().value(y)), limit.orElse(null));
        return true;
    }

    /** Begins to put a limit at a value of a lane. */
    void begin(Plot.Strip strip, double value, @Nullable LimitMark moved) {
        placing = new Placing(strip, value, moved);
        showPlacing();
    }

    void dragged(double y) {
        Placing now = placing;
        if (now != null) {
            moveTo(now.strip.value(y));
        }
    }

    /** Moves the limit on its way by some steps of a hundredth of the scale. */
    void step(int steps) {
        Placing now = placing;
        if (now != null) {
            double size = now.strip.scale().high() - now.strip.scale().low();
            double next = now.value + steps * Math.max(now.strip.quantum(), size / 100);
            moveTo(now.strip.value(now.strip.y(next)));
        }
    }

    /** Lets the limit go where the pointer is. */
    void released(double y) {
        Placing now = placing;
        if (now == null) {
            return;
        }
        boolean still = now.movedOrNull != null && Math.abs(now.strip.y(now.movedOrNull.value()) - y) <= NEAR;
        if (!still) {
            dragged(y);
        }
        drop();
    }

    /** Lets the limit go where it is: the rule is opened. */
    void drop() {
        Placing now = placing;
        placing = null;
        showPlacing();
        if (now == null) {
            return;
        }
        LimitMark moved = now.movedOrNull;
        if (moved != null) {
            steering.moveLimit(moved, now.value);
        } else {
            steering.newLimit(sensor(now.strip, now.value), now.value);
        }
    }

    /** Gives up the limit on its way. */
    void cancel() {
        placing = null;
        showPlacing();
    }

    private void moveTo(double value) {
        Placing now = placing;
        if (now != null) {
            placing = new Placing(now.strip, value, now.movedOrNull);
            showPlacing();
        }
    }

    private void showPlacing() {
        Placing now = placing;
        line.setVisible(now != null);
        readOut.setVisible(now != null);
        if (now == null) {
            return;
        }
        Plot plot = chart.plot();
        double y = Math.rint(now.strip.y(now.value));
        line.resizeRelocate(plot.left(), y - 1, plot.width(), 2);
        readOut.setText(said(now));
        readOut.applyCss();
        double width = readOut.prefWidth(-1);
        double height = readOut.prefHeight(-1);
        double top = y - height - GAP < now.strip.top() ? y + GAP : y - height - GAP;
        readOut.resizeRelocate(plot.right() - width - GAP, top, width, height);
        line.toFront();
        readOut.toFront();
    }

    private static String said(Placing now) {
        Sensor sensor = sensor(now.strip, now.value);
        LimitMark moved = now.movedOrNull;
        String value = Formats.exact(now.value, sensor.unit());
        if (moved != null) {
            return sensor.label() + ", " + moved.name() + ": " + Formats.exact(moved.value(), sensor.unit()) + " → "
                    + value;
        }
        String side = now.value >= newest(now.strip) ? "high" : "low";
        return "New " + side + " limit of " + sensor.label() + ": " + value;
    }

    /** The newest value of the first trace; the middle of the scale where there is none. */
    static double newest(Plot.Strip strip) {
        Series values = strip.lane().traces().getFirst().values();
        return values.size() == 0 ? (strip.scale().low() + strip.scale().high()) / 2 : values.last(values.size() - 1);
    }

    /** Of the sensors in a lane the one whose newest value is nearest. */
    private static Sensor sensor(Plot.Strip strip, double value) {
        return strip.lane().traces().stream()
                .min(Comparator.comparingDouble(trace -> trace.values().size() == 0
                        ? Double.MAX_VALUE
                        : Math.abs(trace.values().last(trace.values().size() - 1) - value)))
                .map(Trace::sensor)
                .orElseThrow();
    }
}
