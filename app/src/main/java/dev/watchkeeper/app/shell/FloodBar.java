package dev.watchkeeper.app.shell;

import dev.watchkeeper.engine.alarm.AlarmId;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the strip, only while alarms flood: how many, which was first, and the way to the list by asset. */
final class FloodBar extends HBox {
    /** @param onShow called with the first-out */
    FloodBar(FloodViewModel model, Consumer<AlarmId> onShow) {
        getStyleClass().add("flood-bar");
        Region symbol = new Region();
        symbol.getStyleClass().add("flood-symbol");
        Label head = new Label();
        head.getStyleClass().add("flood-head");
        head.setMinWidth(USE_PREF_SIZE);
        Label first = new Label();
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Button show = new Button("Show by asset");
        show.setId("flood-show");
        show.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(symbol, head, first, space, show);
        model.bannerProperty().subscribe(now -> {
            setVisible(now.isPresent());
            setManaged(now.isPresent());
            now.ifPresent(banner -> {
                head.setText(banner.head());
                first.setText(banner.first());
                first.setTooltip(new Tooltip(banner.first()));
                show.setOnAction(event -> onShow.accept(banner.firstOut().id()));
            });
        });
    }
}
