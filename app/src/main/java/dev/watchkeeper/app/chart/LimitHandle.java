package dev.watchkeeper.app.chart;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * At the right of a lane: dragged to a value it puts a limit there. With the keyboard: Tab leads to it, L begins, up and down move (with
 * Shift by tenths of the scale), Enter opens the rule, Escape gives up.
 */
final class LimitHandle extends StackPane {
    private static final int LONG_STEP = 10;

    private final LimitLayer layer;
    private Plot.@Nullable Strip strip;
    private boolean dragged;

    LimitHandle(LimitLayer layer) {
        this.layer = layer;
        getStyleClass().add("limit-handle");
        Region shape = new Region();
        shape.getStyleClass().add("shape");
        shape.setMouseTransparent(true);
        getChildren().add(shape);
        setManaged(false);
        setCursor(Cursor.V_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(
                this, new Tooltip("Drag to a value to set a limit there. Keys: L, then up or down, then Enter."));
        setOnMousePressed(event -> {
            requestFocus();
            dragged = false;
            event.consume();
        });
        setOnMouseDragged(event -> {
            dragged = true;
            double y = event.getY() + getLayoutY();
            if (layer.placing()) {
                layer.dragged(y);
            } else if (strip != null) {
                layer.begin(strip, strip.value(y), null);
            }
            event.consume();
        });
        setOnMouseReleased(event -> {
            if (dragged) {
                layer.released(event.getY() + getLayoutY());
            } else {
                begin();
            }
            event.consume();
        });
        setOnKeyPressed(event -> {
            if (handled(event)) {
                event.consume();
            }
        });
        focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                layer.cancel();
            }
        });
    }

    void show(Plot.Strip shown) {
        strip = shown;
        String sensor = shown.lane().traces().getFirst().sensor().label();
        setId("limit-handle-" + shown.lane().traces().getFirst().sensor().id().name());
        setAccessibleText("New limit of " + sensor);
    }

    private void begin() {
        if (strip != null) {
            layer.begin(strip, strip.value(strip.y(LimitLayer.newest(strip))), null);
        }
    }

    private boolean handled(KeyEvent event) {
        int steps = event.isShiftDown() ? LONG_STEP : 1;
        if (!layer.placing()) {
            switch (event.getCode()) {
                case L, ENTER, SPACE -> begin();
                default -> {
                    return false;
                }
            }
            return true;
        }
        switch (event.getCode()) {
            case UP -> layer.step(steps);
            case DOWN -> layer.step(-steps);
            case PAGE_UP -> layer.step(LONG_STEP);
            case PAGE_DOWN -> layer.step(-LONG_STEP);
            case ENTER, SPACE -> layer.drop();
            case ESCAPE -> layer.cancel();
            default -> {
                return false;
            }
        }
        return true;
    }
}
