package dev.watchkeeper.app.overview;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Alarms per ten minutes over the last two hours as columns, against what one operator can work with (ISA-18.2):
 * more than ten is a flood.
 */
final class AlarmLoadView extends Region {
    /** Above this a flood has begun. */
    static final int FLOOD = 10;
    /** Up to this the load is acceptable. */
    static final int ACCEPTABLE = 1;

    private static final PseudoClass TOO_MANY = PseudoClass.getPseudoClass("too-many");
    private static final double GAP = 3;
    private static final double LEAST_COLUMN = 2;

    private final List<Region> columns = new ArrayList<>();
    private final Region flood = new Region();
    private final Label floodText = new Label("flood: more than " + FLOOD);
    private List<Integer> load = List.of();

    AlarmLoadView() {
        getStyleClass().add("alarm-load");
        flood.getStyleClass().add("flood-line");
        floodText.getStyleClass().add("hint");
        getChildren().addAll(flood, floodText);
    }

    void show(List<Integer> next) {
        if (next.equals(load)) {
            return;
        }
        load = next;
        while (columns.size() < load.size()) {
            Region column = new Region();
            column.getStyleClass().add("column");
            columns.add(column);
            getChildren().add(column);
        }
        for (int i = 0; i < load.size(); i++) {
            columns.get(i).pseudoClassStateChanged(TOO_MANY, load.get(i) > FLOOD);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        int top = Math.max(
                FLOOD + 2, load.stream().mapToInt(Integer::intValue).max().orElse(0));
        double each = (getWidth() - GAP * (columns.size() - 1)) / Math.max(1, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            double tall = Math.max(LEAST_COLUMN, Math.rint(height * load.get(i) / top));
            double from = Math.rint(i * (each + GAP));
            columns.get(i).resizeRelocate(from, height - tall, Math.rint((i + 1) * (each + GAP) - GAP) - from, tall);
        }
        double line = Math.rint(height - height * FLOOD / top);
        flood.resizeRelocate(0, line, getWidth(), 1);
        floodText.resizeRelocate(0, line + 1, floodText.prefWidth(-1), floodText.prefHeight(-1));
    }
}
