package dev.watchkeeper.app.trends;

import dev.watchkeeper.engine.signal.Asset;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** The assets and their sensors with check boxes, narrowed down by a search. An asset's name folds it. */
final class SensorPicker extends VBox {
    private final TrendsViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final VBox groups = new VBox();
    private final Label count = new Label();
    private final Set<String> folded = new HashSet<>();
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
        model.chosen().addListener((ListChangeListener<SensorId>) change -> mark());
        fill();
    }

    private void fill() {
        String part = search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        choices.clear();
        groups.getChildren().clear();
        for (Asset asset : model.tree()) {
            boolean whole = asset.label().toLowerCase(Locale.ROOT).contains(part);
            List<Sensor> found = asset.sensors().stream()
                    .filter(sensor ->
                            whole || sensor.label().toLowerCase(Locale.ROOT).contains(part))
                    .toList();
            if (!found.isEmpty()) {
                groups.getChildren().add(group(asset, found, part.isEmpty()));
            }
        }
        mark();
    }

    private VBox group(Asset asset, List<Sensor> sensors, boolean foldable) {
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
        HBox head = new HBox(arrow, name);
        head.getStyleClass().add("group-head");
        VBox group = new VBox(head, boxes);
        fold(group, boxes, foldable && folded.contains(asset.id().value()));
        head.setOnMouseClicked(event -> {
            boolean fold = boxes.isVisible();
            if (fold) {
                folded.add(asset.id().value());
            } else {
                folded.remove(asset.id().value());
            }
            fold(group, boxes, fold);
        });
        return group;
    }

    private static void fold(VBox group, VBox boxes, boolean folded) {
        boxes.setVisible(!folded);
        boxes.setManaged(!folded);
        group.getStyleClass().setAll("group", folded ? "folded" : "open");
    }

    private void mark() {
        Set<SensorId> chosen = new HashSet<>(model.chosen());
        choices.forEach(choice -> choice.box().setSelected(chosen.contains(choice.sensor())));
        count.setText(chosen.size() == 1 ? "1 sensor shown" : chosen.size() + " sensors shown");
    }

    private record Choice(SensorId sensor, CheckBox box) {}
}
