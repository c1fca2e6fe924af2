package dev.watchkeeper.app.maintenance;

import dev.watchkeeper.app.maintenance.WindowForm.Input;
import dev.watchkeeper.app.screen.HoursWords;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A maintenance window as a form: what is wrong is said beneath each field as one types. */
final class WindowFormView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final MaintenanceViewModel model;
    private final WindowForm form;

    WindowFormView(MaintenanceViewModel model, WindowForm form) {
        this.model = model;
        this.form = form;
        getStyleClass().add("settings-form");
        Label title = new Label(form.isNew() ? "New maintenance window" : "Maintenance window");
        title.getStyleClass().add("form-title");
        Node from = field("From", Input.FROM, text(Input.FROM, form.fromProperty(), "2026-03-17 14:00"));
        Node until = field("Until", Input.UNTIL, text(Input.UNTIL, form.untilProperty(), "2026-03-17 16:00"));
        Node day = field("Day", Input.DAY, days());
        Node start = field("From", Input.START, text(Input.START, form.startProperty(), "22:00"));
        Node length = field("Lasts", Input.LENGTH, text(Input.LENGTH, form.lengthProperty(), "2 h"));
        VBox fields = new VBox(
                field("Asset", Input.ASSET, assets()),
                labelled("Repeats", new VBox(repeats())),
                from,
                until,
                day,
                start,
                length,
                field(
                        "Reason",
                        Input.REASON,
                        text(Input.REASON, form.reasonProperty(), "Seal change, work order 4722")));
        fields.getStyleClass().add("form-fields");
        form.weeklyProperty().subscribe(weekly -> {
            List.of(from, until).forEach(node -> show(node, !weekly));
            List.of(day, start, length).forEach(node -> show(node, weekly));
        });
        getChildren().addAll(title, fields, buttons());
    }

    private HBox buttons() {
        Button save = new Button("Save");
        save.setId("maintenance-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(event -> model.save());
        Button discard = new Button(form.isNew() ? "Discard" : "Close");
        discard.setId("maintenance-discard");
        discard.setCancelButton(true);
        discard.setOnAction(event -> model.select(null));
        HBox line = new HBox(save, discard);
        line.getStyleClass().add("form-buttons");
        if (!form.isNew()) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Button remove = new Button("Remove");
            remove.setId("maintenance-remove");
            remove.disableProperty().bind(model.busyProperty());
            remove.setOnAction(event -> model.remove());
            line.getChildren().addAll(space, remove);
        }
        return line;
    }

    private ComboBox<@Nullable AssetId> assets() {
        List<Asset> all = model.assets();
        ComboBox<@Nullable AssetId> box = choice(
                Input.ASSET,
                form.assetProperty(),
                id -> all.stream()
                        .filter(asset -> asset.id().equals(id))
                        .map(Asset::label)
                        .findFirst()
                        .orElse(id.value()));
        box.setPromptText("Which is worked on");
        box.getItems().setAll(all.stream().map(Asset::id).toList());
        return box;
    }

    private ComboBox<DayOfWeek> days() {
        ComboBox<DayOfWeek> box = choice(Input.DAY, form.dayProperty(), HoursWords::of);
        box.getItems().setAll(DayOfWeek.values());
        return box;
    }

    private static <T extends @Nullable Object> ComboBox<T> choice(
            Input input, ObjectProperty<T> chosen, Function<? super T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id("field", input));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private HBox repeats() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("button-group");
        for (boolean weekly : new boolean[] {false, true}) {
            ToggleButton button = new ToggleButton(weekly ? "Weekly" : "Once");
            button.setId(weekly ? "maintenance-weekly" : "maintenance-once");
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                form.weeklyProperty().set(weekly);
                button.setSelected(true);
            });
            form.weeklyProperty().subscribe(now -> button.setSelected(now == weekly));
            box.getChildren().add(button);
        }
        return box;
    }

    private static TextField text(Input input, StringProperty value, String hint) {
        TextField field = new TextField();
        field.setId(id("field", input));
        field.setPromptText(hint);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private HBox field(String label, Input input, Region control) {
        Label problem = new Label();
        problem.setId(id("problem", input));
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        form.problemProperty(input).subscribe(sentence -> {
            problem.setText(sentence);
            show(problem, !sentence.isEmpty());
            control.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        });
        return labelled(label, new VBox(control, problem));
    }

    private static HBox labelled(String label, VBox right) {
        Label name = new Label(label);
        name.getStyleClass().add("form-label");
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox line = new HBox(name, right);
        line.getStyleClass().add("form-field");
        return line;
    }

    private static String id(String what, Input input) {
        return "maintenance-" + what + "-" + input.name().toLowerCase(Locale.ROOT);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
