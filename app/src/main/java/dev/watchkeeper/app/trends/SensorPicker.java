package dev.watchkeeper.app.trends;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The assets and their sensors with check boxes, narrowed down by a search. An asset's name folds it. */
final class SensorPicker extends VBox {
    private final TrendsViewModel model;
    private final TextField search = new TextField();
    private final VBox groups = new VBox();
    private final Label count = new Label();
    private final Set<AssetId> open = new HashSet<>();
    private final List<Group> shown = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    SensorPicker(TrendsViewModel model) {
        this.model = model;
        getStyleClass().add("sensor-picker");
        search.setId("trend-search");
        search.setPromptText("Find sensor");
        groups.getStyleClass().add("groups");
        count.getStyleClass().add("hint");
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll, count);
        search.textProperty().subscribe(text -> fill());
        model.tree().addListener((ListChangeListener<Asset>) change -> fill());
        model.chosen().addListener((ListChangeListener<SensorId>) change -> {
            change.getList().forEach(sensor -> open.add(sensor.asset()));
            mark();
        });
        fill();
    }

    private void fill() {
        String part = search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        choices.clear();
        shown.clear();
        for (Asset asset : model.tree()) {
            boolean whole = asset.label().toLowerCase(Locale.ROOT).contains(part);
            List<Sensor> found = asset.sensors().stream()
                    .filter(sensor ->
                            whole || sensor.label().toLowerCase(Locale.ROOT).contains(part))
                    .toList();
            if (!found.isEmpty()) {
                shown.add(group(asset, found));
            }
        }
        groups.getChildren().setAll(shown.stream().map(Group::box).toList());
        mark();
    }

    private Group group(Asset asset, List<Sensor> sensors) {
        VBox boxes = new VBox();
        boxes.getStyleClass().add("choices");
        for (Sensor sensor : sensors) {
            CheckBox box = new CheckBox(sensor.label());
            box.setId("choose-" + sensor.id().asset() + "-" + sensor.id().name());
            box.setOnAction(event -> model.choose(sensor.id(), box.isSelected()));
            choices.add(new Choice(sensor.id(), box));
            boxes.getChildren().add(box);
        }
        Region arrow = new Region();
        arrow.getStyleClass().add("fold-arrow");
        Label name = new Label(asset.label());
        name.getStyleClass().add("group-name");
        Label chosen = new Label();
        chosen.getStyleClass().add("hint");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(arrow, name, space, chosen);
        head.getStyleClass().add("group-head");
        head.setId("group-" + asset.id());
        head.setOnMouseClicked(event -> {
            if (!open.remove(asset.id())) {
                open.add(asset.id());
            }
            mark();
        });
        return new Group(asset.id(), new VBox(head, boxes), boxes, chosen, sensors.size());
    }

    /** Checks what is chosen, and opens the groups where something is. */
    private void mark() {
        Set<SensorId> chosen = new HashSet<>(model.chosen());
        choices.forEach(choice -> choice.box().setSelected(chosen.contains(choice.sensor())));
        boolean searching = search.getText() != null && !search.getText().isBlank();
        for (Group group : shown) {
            long own = chosen.stream()
                    .filter(sensor -> sensor.asset().equals(group.asset()))
                    .count();
            group.chosen().setText(own + " / " + group.sensors());
            boolean unfolded = searching || open.contains(group.asset());
            group.boxes().setVisible(unfolded);
            group.boxes().setManaged(unfolded);
            group.box().getStyleClass().setAll("group", unfolded ? "open" : "folded");
        }
        count.setText(chosen.size() == 1 ? "1 sensor shown" : chosen.size() + " sensors shown");
    }

    private record Choice(SensorId sensor, CheckBox box) {}

    private record Group(AssetId asset, VBox box, VBox boxes, Label chosen, int sensors) {}
}
