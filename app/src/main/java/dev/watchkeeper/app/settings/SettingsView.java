package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Notice;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Settings: the sections at the left, the lines of one in the middle, the selected line as a form at the right. */
final class SettingsView extends BorderPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final SettingsViewModel model;
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Button add = new Button();
    private final RowTable table;
    private final Notice notice = new Notice();
    private final StackPane side = new StackPane();
    private final HBox content = new HBox();
    private final VBox list;
    private final VBox middle;
    private final Map<Section, Node> parts;

    /** @param parts what shows the sections that are not lines of this screen */
    SettingsView(SettingsViewModel model, Map<Section, Node> parts) {
        this.model = model;
        this.parts = parts;
        list = sections();
        getStyleClass().add("settings");
        table = new RowTable(model::select);
        title.getStyleClass().add("form-title");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        add.setId("settings-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> model.add());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, add);
        head.getStyleClass().add("section-head");
        StackPane lines = new StackPane(table, notice);
        VBox.setVgrow(lines, Priority.ALWAYS);
        middle = new VBox(head, hint, lines);
        middle.getStyleClass().addAll("section", "settings-lines");
        HBox.setHgrow(middle, Priority.ALWAYS);
        side.getStyleClass().addAll("section", "settings-side");
        parts.values().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        content.getStyleClass().add("settings-content");
        setCenter(content);
        setBottom(outcome());
        model.sectionProperty().subscribe(this::show);
        model.rowsProperty().subscribe(load -> showRows());
        model.formProperty().subscribe(form -> showSide());
        model.lineProperty().subscribe(line -> showSide());
    }

    private VBox sections() {
        VBox list = new VBox();
        list.getStyleClass().add("settings-sections");
        ToggleGroup group = new ToggleGroup();
        for (Section section : Section.values()) {
            ToggleButton button = new ToggleButton(section.label());
            button.setId("section-" + section.word());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> {
                model.sectionProperty().set(section);
                button.setSelected(true);
            });
            model.sectionProperty().subscribe(now -> button.setSelected(now == section));
            list.getChildren().add(button);
        }
        return list;
    }

    private HBox outcome() {
        Label sentence = new Label();
        sentence.setId("settings-outcome");
        sentence.setWrapText(true);
        Button undo = new Button("Undo");
        undo.setId("settings-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        HBox bar = new HBox(sentence, undo);
        bar.getStyleClass().add("settings-outcome");
        model.actions().outcomeProperty().subscribe(outcome -> {
            sentence.setText(outcome.sentence());
            bar.pseudoClassStateChanged(FAILED, outcome.failed());
            show(undo, outcome.beforeOrNull() != null);
            show(bar, !outcome.sentence().isEmpty());
        });
        return bar;
    }

    private void show(Section section) {
        Node part = parts.get(section);
        if (part != null) {
            content.getChildren().setAll(list, part);
            return;
        }
        content.getChildren().setAll(list, middle, side);
        title.setText(section.label());
        hint.setText(section.hint());
        add.setText("Add " + section.thing());
        show(add, !section.thing().isEmpty() && !model.actions().readOnly());
        table.columns(section);
        showRows();
        showSide();
    }

    private void showRows() {
        Section section = model.sectionProperty().get();
        if (parts.containsKey(section)) {
            return;
        }
        switch (model.rowsProperty().get()) {
            case Load.Loading<List<SettingRow>>() -> notice("Loading", "The settings are on their way.", true);
            case Load.Failed<List<SettingRow>>(String sentence) -> notice("Not open", sentence, false);
            case Load.Ready<List<SettingRow>>(List<SettingRow> rows) -> {
                add.setDisable(false);
                if (rows.isEmpty()) {
                    notice(section.emptyTitle(), section.emptySentence(), false);
                    add.setDisable(false);
                } else if (rows.getFirst().cells().size() == table.getColumns().size()) {
                    notice.setVisible(false);
                    table.setVisible(true);
                    table.show(rows, model.selected().orElse(null));
                }
            }
        }
    }

    private void notice(String heading, String sentence, boolean busy) {
        notice.show(heading, sentence, busy);
        table.setVisible(false);
        add.setDisable(true);
    }

    private void showSide() {
        FormViewModel form = model.formProperty().get();
        var line = model.lineProperty().get();
        boolean any = form != null || line != null;
        if (form != null) {
            side.getChildren().setAll(new FormView(model, form));
        } else if (line != null) {
            side.getChildren().setAll(new LogLineView(model, line));
        } else {
            side.getChildren().clear();
            table.getSelectionModel().clearSelection();
        }
        show(side, any);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
