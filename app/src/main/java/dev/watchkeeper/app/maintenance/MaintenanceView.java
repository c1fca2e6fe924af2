package dev.watchkeeper.app.maintenance;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Notice;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of maintenance windows, the selected or a new one as a form at its right, and below what came of the last change. */
final class MaintenanceView extends BorderPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final MaintenanceViewModel model;
    private final TableView<WindowRow> table = new TableView<>();
    private final Notice notice = new Notice();
    private final StackPane side = new StackPane();
    private boolean filling;

    MaintenanceView(MaintenanceViewModel model) {
        this.model = model;
        getStyleClass().add("maintenance");
        table.setId("maintenance-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column("Asset", 90, WindowRow::asset),
                        column("Repeats", 62, WindowRow::repeats),
                        column("When", 190, WindowRow::when),
                        column("", 68, WindowRow::state),
                        column("By", 72, row -> row.window().by()),
                        column("Reason", 104, row -> row.window().reason())));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!filling && row != null) {
                model.select(row);
            }
        });
        Label title = new Label("Maintenance windows");
        title.getStyleClass().add("form-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space);
        head.getStyleClass().add("section-head");
        if (!model.readOnly()) {
            Button create = new Button("New…");
            create.setId("maintenance-new");
            create.setMinWidth(Region.USE_PREF_SIZE);
            create.setOnAction(event -> model.create());
            head.getChildren().add(create);
        }
        Label hint = new Label(
                "While an asset is worked on its alarms are suppressed by design: none is lost, none disturbs."
                        + " They are listed on Alarms under Suppressed by design.");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        StackPane lines = new StackPane(table, notice);
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox middle = new VBox(head, hint, lines);
        middle.getStyleClass().addAll("section", "settings-lines");
        HBox.setHgrow(middle, Priority.ALWAYS);
        side.getStyleClass().addAll("section", "settings-side");
        HBox content = new HBox(middle, side);
        content.getStyleClass().add("settings-content");
        setCenter(content);
        setBottom(outcome());
        model.rowsProperty().subscribe(this::show);
        model.formProperty().subscribe(this::show);
    }

    private HBox outcome() {
        Label sentence = new Label();
        sentence.setId("maintenance-outcome");
        sentence.setWrapText(true);
        Button undo = new Button("Undo");
        undo.setId("maintenance-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        HBox bar = new HBox(sentence, undo);
        bar.getStyleClass().add("settings-outcome");
        model.outcomeProperty().subscribe(came -> {
            sentence.setText(came.sentence());
            bar.pseudoClassStateChanged(FAILED, came.failed());
            show(undo, came.undoOrNull() != null);
            show(bar, !came.sentence().isEmpty());
        });
        return bar;
    }

    private void show(@Nullable WindowForm form) {
        side.getChildren().clear();
        if (form != null) {
            side.getChildren().add(new WindowFormView(model, form));
        }
        if (model.selected().isEmpty()) {
            table.getSelectionModel().clearSelection();
        }
        show(side, form != null);
    }

    private void show(Load<List<WindowRow>> load) {
        switch (load) {
            case Load.Loading<List<WindowRow>>() ->
                notice("Loading", "The maintenance windows are on their way.", true);
            case Load.Failed<List<WindowRow>>(String sentence) -> notice("Not there", sentence, false);
            case Load.Ready<List<WindowRow>>(List<WindowRow> rows) -> show(rows);
        }
    }

    private void show(List<WindowRow> rows) {
        filling = true;
        if (!rows.equals(table.getItems())) {
            table.getItems().setAll(rows);
        }
        model.selected()
                .flatMap(row ->
                        rows.stream().filter(one -> one.id().equals(row.id())).findFirst())
                .ifPresentOrElse(
                        row -> table.getSelectionModel().select(row),
                        () -> table.getSelectionModel().clearSelection());
        filling = false;
        table.setVisible(!rows.isEmpty());
        notice.setVisible(rows.isEmpty());
        if (rows.isEmpty()) {
            notice.show(
                    "No maintenance windows",
                    model.readOnly()
                            ? "None is planned. They are laid down in the Watchkeeper that runs."
                            : "Press New before work on an asset begins, once or every week; its alarms then disturb nobody.",
                    false);
        }
    }

    private void notice(String heading, String sentence, boolean busy) {
        notice.show(heading, sentence, busy);
        table.setVisible(false);
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static TableColumn<WindowRow, String> column(
            String title, double width, Function<WindowRow, String> words) {
        TableColumn<WindowRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        column.setCellFactory(own -> new TextCell());
        return column;
    }

    private static final class TextCell extends TableCell<WindowRow, String> {
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean there = !empty && text != null && !text.isEmpty();
            setText(there ? text : null);
            tooltip.setText(there ? text : "");
            setTooltip(there ? tooltip : null);
        }
    }
}
