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
    private final Symbols symbols;
    private final Navigator navigator;
    private final Label label = new Label();
    private final Label area = new Label();
    private final PrioritySymbol symbol;
    private final HBox alarmLine = new HBox();
    private final Label alarmText = new Label();
    private final VBox lines = new VBox();
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
        getChildren().addAll(head, lines);
    }

    void show(Overview.Tile tile) {
        label.setText(tile.label());
        area.setText(tile.area());
        alarmLine.setVisible(tile.alarm().isPresent());
        tile.alarm().ifPresent(alarm -> show(alarm, tile.alarms()));
        while (views.size() > tile.sensors().size()) {
            lines.getChildren().remove(views.removeLast());
        }
        while (views.size() < tile.sensors().size()) {
            SensorLineView view = new SensorLineView(symbols.device());
            views.add(view);
            lines.getChildren().add(view);
        }
        for (int i = 0; i < views.size(); i++) {
            Overview.SensorLine line = tile.sensors().get(i);
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
