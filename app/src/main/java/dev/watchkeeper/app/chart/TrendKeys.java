package dev.watchkeeper.app.chart;

import javafx.scene.input.KeyEvent;

/** The keys of a trend: arrows pan (with Shift by half a screen), plus and minus zoom, L or End follows the present. */
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
            default -> {
                return false;
            }
        }
        return true;
    }
}
