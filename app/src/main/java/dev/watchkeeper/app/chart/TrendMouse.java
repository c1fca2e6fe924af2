package dev.watchkeeper.app.chart;

import dev.watchkeeper.app.screen.Words;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The mouse on a trend: drag pans, with Alt it puts a limit, on a limit it moves it, with Shift or with the other button it picks a span; the wheel zooms at the pointer (with Shift it pans); a click
 * on a symbol opens its alarm or picks its label, a click elsewhere picks nothing; the other button asks what can be done.
 */
final class TrendMouse {
    private static final double ZOOM_PER_NOTCH = 1.25;
    private static final double PAN_PER_NOTCH = 0.1;
    private static final double CLICK_SLOP = 3;

    private final TrendChart chart;
    private final CursorLayer cursor;
    private final LimitLayer limits;
    private final TrendSteering steering;
    private final Tooltip message = new Tooltip();
    private double pressedX;
    private double draggedX;
    private boolean dragging;
    private boolean selecting;

    TrendMouse(TrendChart chart, CursorLayer cursor, LimitLayer limits, TrendSteering steering) {
        this.chart = chart;
        this.cursor = cursor;
        this.limits = limits;
        this.steering = steering;
    }

    void install() {
        chart.setOnMouseMoved(this::moved);
        chart.setOnMouseExited(event -> cursor.moveTo(Double.NaN));
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseReleased(this::released);
        chart.setOnScroll(this::scrolled);
    }

    private void moved(MouseEvent event) {
        cursor.moveTo(event.getX());
        Optional<AlarmMark> mark = MarkPainter.at(chart.plot(), chart.picture().marks(), event.getX(), event.getY());
        Optional<String> text =
                mark.map(AlarmMark::message).or(() -> label(event).map(TrendMouse::said));
        boolean onLimit =
                text.isEmpty() && limits.at(event.getX(), event.getY()).isPresent();
        chart.setCursor(text.isPresent() ? Cursor.HAND : onLimit ? Cursor.V_RESIZE : Cursor.DEFAULT);
        if (text.isPresent()) {
            message.setText(text.get());
            Tooltip.install(chart, message);
        } else {
            Tooltip.uninstall(chart, message);
        }
    }

    private static String said(LabelMark mark) {
        String reason = mark.label().reason();
        return Words.of(mark.kind()) + ", by " + mark.label().by() + (reason.isEmpty() ? "" : ": " + reason);
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        pressedX = event.getX();
        draggedX = event.getX();
        dragging = false;
        if (event.getButton() == MouseButton.PRIMARY
                && !event.isShiftDown()
                && limits.pressed(event.getX(), event.getY(), event.isAltDown())) {
            chart.setCursor(Cursor.V_RESIZE);
            event.consume();
            return;
        }
        selecting = event.getButton() == MouseButton.SECONDARY || event.isShiftDown();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE) {
            return;
        }
        if (limits.placing()) {
            limits.dragged(event.getY());
            event.consume();
            return;
        }
        if (!dragging && Math.abs(event.getX() - pressedX) > CLICK_SLOP) {
            dragging = true;
            chart.setCursor(selecting ? Cursor.H_RESIZE : Cursor.CLOSED_HAND);
        }
        if (dragging && selecting) {
            steering.select(millisAt(pressedX), millisAt(event.getX()));
            cursor.moveTo(event.getX());
        } else if (dragging) {
            long by = Math.round((draggedX - event.getX()) * millisPerPixel());
            draggedX = event.getX();
            steering.pan(by);
            cursor.moveTo(event.getX());
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (limits.placing()) {
            limits.released(event.getY());
            chart.setCursor(Cursor.DEFAULT);
            event.consume();
            return;
        }
        if (event.getButton() == MouseButton.SECONDARY) {
            if (!dragging) {
                label(event).ifPresent(steering::select);
            }
            steering.menu(event.getScreenX(), event.getScreenY());
        } else if (!dragging && event.getButton() == MouseButton.PRIMARY) {
            clicked(event);
        }
        dragging = false;
        chart.setCursor(Cursor.DEFAULT);
        event.consume();
    }

    private void clicked(MouseEvent event) {
        Optional<AlarmMark> alarm = MarkPainter.at(chart.plot(), chart.picture().marks(), event.getX(), event.getY());
        Optional<LabelMark> label = label(event);
        if (alarm.isPresent()) {
            steering.open(alarm.get().id());
        } else if (label.isPresent()) {
            steering.select(label.get());
        } else {
            steering.deselect();
        }
    }

    private Optional<LabelMark> label(MouseEvent event) {
        return LabelPainter.at(chart.plot(), chart.picture().labels(), event.getX(), event.getY());
    }

    private long millisAt(double x) {
        return chart.plot().millisAt(chart.plot().clampX(x));
    }

    private void scrolled(ScrollEvent event) {
        double amount = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (amount == 0) {
            return;
        }
        if (event.isShiftDown() || event.getDeltaY() == 0) {
            steering.pan(Math.round(-Math.signum(amount)
                    * PAN_PER_NOTCH
                    * chart.plot().viewport().lengthMillis()));
        } else {
            double factor = amount > 0 ? 1 / ZOOM_PER_NOTCH : ZOOM_PER_NOTCH;
            steering.zoom(factor, chart.plot().millisAt(chart.plot().clampX(event.getX())));
        }
        event.consume();
    }

    private double millisPerPixel() {
        return chart.plot().viewport().lengthMillis() / chart.plot().width();
    }
}
