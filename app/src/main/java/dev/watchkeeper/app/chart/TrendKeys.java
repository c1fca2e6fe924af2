package dev.watchkeeper.app.chart;

import dev.watchkeeper.app.screen.LabelButtons;
import dev.watchkeeper.engine.label.LabelKind;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a trend: arrows pan (with Shift by half a screen), plus and minus zoom, L or End follows the present; T, N, M
 * and U label the span that is picked, Escape picks nothing.
 */
final class TrendKeys {
    private static final double ZOOM = 1.5;
    private static final double STEP = 0.1;
    private static final double LONG_STEP = 0.5;

    private TrendKeys() {}

    static void install(TrendChart chart, TrendSteering steering) {
        chart.setFocusTraversable(true);
        chart.setOnKeyPressed(event -> {
            if (handled(event, chart.plot().viewport(), steering)) {
                event.consume();
            }
        });
    }

    private static boolean labelled(KeyEvent event, TrendSteering steering) {
        if (event.isShortcutDown()) {
            return false;
        }
        Optional<LabelKind> kind = LabelButtons.answerTo(event.getCode());
        kind.ifPresent(steering::label);
        return kind.isPresent();
    }

    private static boolean handled(KeyEvent event, Viewport viewport, TrendSteering steering) {
        long step = Math.round(viewport.lengthMillis() * (event.isShiftDown() ? LONG_STEP : STEP));
        long middle = viewport.startMillis() + viewport.lengthMillis() / 2;
        long anchor = viewport.live() ? viewport.endMillis() : middle;
        switch (event.getCode()) {
            case LEFT -> steering.pan(-step);
            case RIGHT -> steering.pan(step);
            case PLUS, EQUALS, ADD, UP -> steering.zoom(1 / ZOOM, anchor);
            case MINUS, SUBTRACT, DOWN -> steering.zoom(ZOOM, anchor);
            case L, END -> steering.follow();
            case ESCAPE -> steering.deselect();
            default -> {
                return labelled(event, steering);
            }
        }
        return true;
    }
}
