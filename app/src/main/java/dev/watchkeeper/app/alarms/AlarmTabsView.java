package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.PopupLayer;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The Alarms screen: a line of tabs with what is on each, and the tab that is seen. */
final class AlarmTabsView extends StackPane {
    private final Map<AlarmTab, ToggleButton> buttons = new EnumMap<>(AlarmTab.class);

    /** @param refusal why nothing can be done from here; empty where it can */
    AlarmTabsView(TabsViewModel model, Map<AlarmTab, Node> contents, PopupLayer layer, String refusal) {
        getStyleClass().add("alarm-tabs");
        StackPane content = new StackPane();
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox();
        tabs.getStyleClass().add("alarm-tab-line");
        for (AlarmTab tab : AlarmTab.values()) {
            ToggleButton button = new ToggleButton(tab.label());
            button.setId("alarm-tab-" + tab.word());
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                model.tabProperty().set(tab);
                button.setSelected(true);
            });
            buttons.put(tab, button);
            tabs.getChildren().add(button);
        }
        if (!refusal.isEmpty()) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label sentence = new Label(refusal);
            sentence.setId("alarms-refusal");
            sentence.getStyleClass().add("hint");
            tabs.getChildren().addAll(space, sentence);
        }
        model.tabProperty().subscribe(tab -> {
            layer.close();
            buttons.forEach((each, button) -> button.setSelected(each == tab));
            content.getChildren().setAll(contents.get(tab));
        });
        model.countsProperty().subscribe(this::show);
        BorderPane pane = new BorderPane(content);
        pane.setTop(tabs);
        getChildren().addAll(pane, layer);
    }

    private void show(Map<AlarmTab, Integer> counts) {
        buttons.forEach((tab, button) -> {
            Integer count = counts.get(tab);
            button.setText(count == null ? tab.label() : tab.label() + "  " + count);
        });
    }
}
