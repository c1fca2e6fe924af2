package dev.watchkeeper.app.overview;

import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.alarm.Alarm;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An asset as a tile: what it is, its most urgent alarm, and its sensors. */
final class AssetTileView extends VBox {
    private static final int MOST_LINES = 12;

    private final Symbols symbols;
    private final Navigator navigator;
    private final Label label = new Label();
    private final Label area = new Label();
    private final PrioritySymbol symbol;
    private final HBox alarmLine = new HBox();
    private final Label alarmText = new Label();
    private final VBox lines = new VBox();
    private final Label more = new Label();
    private final List<SensorLineView> views = new ArrayList<>();

    AssetTileView(Symbols symbols, Navigator navigator) {
        this.symbols = symbols;
        this.navigator = navigator;
        symbol = symbols.priority();
        getStyleClass().add("asset-tile");
        label.getStyleClass().add("asset-label");
        area.getStyleClass().add("asset-area");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(label, area, space, alarmLine);
        head.getStyleClass().add("tile-head");
        alarmLine.getStyleClass().add("alarm-line");
        alarmLine.getChildren().addAll(symbol, alarmText);
        more.getStyleClass().add("hint");
        getChildren().addAll(head, lines, more);
    }

    void show(Overview.Tile tile) {
        label.setText(tile.label());
        area.setText(tile.area());
        alarmLine.setVisible(tile.alarm().isPresent());
        tile.alarm().ifPresent(alarm -> show(alarm, tile.alarms()));
        List<Overview.SensorLine> shown = tile.foremost(MOST_LINES);
        int hidden = tile.sensors().size() - shown.size();
        more.setText("and " + hidden + " more, all of them in Trends");
        more.setVisible(hidden > 0);
        more.setManaged(hidden > 0);
        while (views.size() > shown.size()) {
            lines.getChildren().remove(views.removeLast());
        }
        while (views.size() < shown.size()) {
            SensorLineView view = new SensorLineView(symbols.device());
            views.add(view);
            lines.getChildren().add(view);
        }
        for (int i = 0; i < views.size(); i++) {
            Overview.SensorLine line = shown.get(i);
            views.get(i).show(line);
            views.get(i)
                    .setOnMouseClicked(
                            event -> navigator.openTrends(List.of(line.sensor().id())));
        }
    }

    private void show(Alarm alarm, int count) {
        symbol.show(alarm.priority(), alarm.state());
        alarmText.setText(count == 1 ? "1 alarm" : count + " alarms");
        alarmLine.setOnMouseClicked(event -> navigator.openAlarm(alarm.id()));
    }
}
