package dev.watchkeeper.app.chart;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.history.Series;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** Left of a lane: which traces it has, and the value of each at the cursor, or the newest. */
final class LaneHeader extends VBox {
    private static final double ROOM_FOR_ASSET = 54;
    private static final double SWATCH = 3;

    private final List<Label> values = new ArrayList<>();
    private Lane lane;

    LaneHeader(Lane lane) {
        this.lane = lane;
        getStyleClass().add("lane-header");
        setAlignment(Pos.TOP_LEFT);
    }

    /** Whether a lane of this height has room for a name, an asset and a large value one below the other. */
    static boolean roomy(Lane lane, double height) {
        return lane.traces().size() == 1 && height >= ROOM_FOR_ASSET;
    }

    /**
     * Takes over a lane. New nodes are only made when other traces come, or when the room changes from much to
     * little.
     */
    void show(Lane shown, double height, TrendPalette palette) {
        boolean same = !getChildren().isEmpty() && sameTraces(shown) && getPrefHeight() == height;
        lane = shown;
        if (same) {
            return;
        }
        setPrefHeight(height);
        getChildren().clear();
        values.clear();
        boolean roomy = roomy(shown, height);
        for (int i = 0; i < shown.traces().size(); i++) {
            Trace trace = shown.traces().get(i);
            Label name = new Label(trace.sensor().label());
            name.getStyleClass().add("lane-name");
            Label value = new Label();
            value.getStyleClass().add("lane-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            values.add(value);
            Rectangle swatch = new Rectangle(SWATCH, SWATCH * 4, palette.color(Ink.series(i)));
            if (roomy) {
                Label asset = new Label(trace.assetLabel());
                asset.getStyleClass().add("lane-asset");
                value.getStyleClass().add("large");
                getChildren().addAll(name, asset, value);
            } else {
                name.setText(trace.assetLabel() + "  " + trace.sensor().label());
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                HBox row = new HBox(swatch, name, space, value);
                row.getStyleClass().add("lane-row");
                row.setAlignment(Pos.CENTER_LEFT);
                getChildren().add(row);
            }
        }
    }

    /** Writes the values at a moment; the newest ones for {@link Long#MAX_VALUE}. */
    void read(long millis) {
        for (int i = 0; i < values.size(); i++) {
            Trace trace = lane.traces().get(i);
            int at = Nearest.at(trace.values(), millis);
            Series series = trace.values();
            values.get(i)
                    .setText(
                            at < 0
                                    ? "–"
                                    : Formats.value(
                                            series.last(at), trace.sensor().unit()));
        }
    }

    private boolean sameTraces(Lane other) {
        if (lane.traces().size() != other.traces().size()) {
            return false;
        }
        for (int i = 0; i < lane.traces().size(); i++) {
            Trace mine = lane.traces().get(i);
            Trace its = other.traces().get(i);
            if (!mine.sensor().equals(its.sensor()) || !mine.assetLabel().equals(its.assetLabel())) {
                return false;
            }
        }
        return true;
    }
}
