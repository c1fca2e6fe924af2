package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Suppression;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/** What is suppressed in one way: who, when, why, until when, what is hidden by it, and a button that ends it. */
final class HiddenView extends BorderPane {
    private static final double WHAT = 250;
    private static final double BY = 110;
    private static final double SINCE = 110;
    private static final double UNTIL = 220;
    private static final double HIDDEN = 110;
    private static final double ACTION = 110;
    private static final double SCROLL_BAR = 18;

    private final HiddenViewModel model;
    private final HandlePopups popups;
    private final InstantSource clock;
    private final TableView<HiddenRow> table = new TableView<>();
    private final Notice notice = new Notice();

    HiddenView(
            HiddenViewModel model,
            HandlePopups popups,
            Formats formats,
            InstantSource clock,
            Consumer<AlarmId> onOpen) {
        this.model = model;
        this.popups = popups;
        this.clock = clock;
        getStyleClass().add("hidden-alarms");
        table.setId("hidden-table");
        table.getStyleClass().add("plain-table");
        TableColumn<HiddenRow, HiddenRow> why =
                column("Why", 0, own -> text(row -> row.suppression().why()));
        why.prefWidthProperty()
                .bind(table.widthProperty().subtract(WHAT + BY + SINCE + UNTIL + HIDDEN + ACTION + SCROLL_BAR));
        table.getColumns()
                .setAll(List.of(
                        column("What", WHAT, own -> text(HiddenRow::what)),
                        column("By", BY, own -> text(HiddenRow::by)),
                        column(
                                "Since",
                                SINCE,
                                own -> text(
                                        row -> formats.time(row.suppression().since(), now()))),
                        column("Until", UNTIL, own -> text(HiddenRow::until)),
                        why,
                        column("Hidden now", HIDDEN, own -> new HiddenCell(onOpen)),
                        column("", ACTION, own -> new ActionCell())));
        Label head = new Label(sentence(model.slot()));
        head.getStyleClass().add("hint");
        HBox bar = new HBox(head);
        bar.getStyleClass().add("toolbar");
        setTop(bar);
        setCenter(new StackPane(table, notice));
        model.rowsProperty().subscribe(this::show);
    }

    private void show(Load<List<HiddenRow>> load) {
        switch (load) {
            case Load.Loading<List<HiddenRow>>() -> notice.show("Loading", "What is suppressed is on its way.", true);
            case Load.Failed<List<HiddenRow>>(String sentence) -> notice.show("No list", sentence, false);
            case Load.Ready<List<HiddenRow>>(List<HiddenRow> rows) -> show(rows);
        }
    }

    private void show(List<HiddenRow> rows) {
        List<HiddenRow> shown = table.getItems();
        if (rows.size() != shown.size()) {
            shown.clear();
            shown.addAll(rows);
        }
        // One by one, for a cell that stays can be clicked while others change.
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(shown.get(i))) {
                shown.set(i, rows.get(i));
            }
        }
        table.setVisible(!rows.isEmpty());
        notice.setVisible(rows.isEmpty());
        if (rows.isEmpty()) {
            notice.show(none(model.slot()), way(model.slot()), false);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static String sentence(Suppression.Slot slot) {
        return switch (slot) {
            case SHELF ->
                "Hidden by operators for a time. Watched and journalled all the while; the standard wants fewer than 30.";
            case DESIGN -> "Hidden by logic, because an asset is stopped or a maintenance window is open.";
            case SERVICE -> "Hidden by maintenance until somebody puts it back.";
        };
    }

    private static String none(Suppression.Slot slot) {
        return switch (slot) {
            case SHELF -> "Nothing is shelved";
            case DESIGN -> "Nothing is suppressed by design";
            case SERVICE -> "Nothing is out of service";
        };
    }

    private static String way(Suppression.Slot slot) {
        return switch (slot) {
            case SHELF -> "“Shelve…” beside an alarm or an asset hides it for a time, with a reason.";
            case DESIGN -> "Alarms of an asset that is stopped or in a maintenance window would be listed here.";
            case SERVICE -> "“Out of service…” beside an alarm hides it until it is put back.";
        };
    }

    private static TableColumn<HiddenRow, HiddenRow> column(
            String title,
            double width,
            Callback<TableColumn<HiddenRow, HiddenRow>, TableCell<HiddenRow, HiddenRow>> cells) {
        TableColumn<HiddenRow, HiddenRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(cells);
        column.setReorderable(false);
        column.setSortable(false);
        if (width > 0) {
            column.setPrefWidth(width);
        }
        return column;
    }

    private static TableCell<HiddenRow, HiddenRow> text(java.util.function.Function<HiddenRow, String> words) {
        return new TableCell<>() {
            @Override
            protected void updateItem(@Nullable HiddenRow row, boolean empty) {
                super.updateItem(row, empty);
                String text = empty || row == null ? null : words.apply(row);
                setText(text);
                setTooltip(text == null || text.isEmpty() ? null : new Tooltip(text));
            }
        };
    }

    /** The most urgent alarm that is hidden, and how many others; a click leads to it. */
    private static final class HiddenCell extends TableCell<HiddenRow, HiddenRow> {
        private final Consumer<AlarmId> onOpen;
        private final Button open = new Button();

        HiddenCell(Consumer<AlarmId> onOpen) {
            this.onOpen = onOpen;
            open.getStyleClass().add("small");
        }

        @Override
        protected void updateItem(@Nullable HiddenRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null || row.hidden().isEmpty()) {
                setText(empty || row == null ? null : "no alarm");
                setGraphic(null);
                return;
            }
            int count = row.hidden().size();
            open.setText(count == 1 ? "1 alarm" : count + " alarms");
            open.setTooltip(new Tooltip(row.hidden().getFirst().message()));
            open.setOnAction(event -> onOpen.accept(row.hidden().getFirst().id()));
            setText(null);
            setGraphic(open);
        }
    }

    private final class ActionCell extends TableCell<HiddenRow, HiddenRow> {
        private final Button end = new Button();

        ActionCell() {
            end.getStyleClass().addAll("small", "hidden-end");
            end.setDisable(model.refusal().isPresent());
        }

        @Override
        protected void updateItem(@Nullable HiddenRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null || row.suppression().kind() == Suppression.Kind.BY_DESIGN) {
                setGraphic(null);
                return;
            }
            boolean service = row.suppression().kind() == Suppression.Kind.OUT_OF_SERVICE;
            end.setText(service ? "Put back…" : "Unshelve");
            end.setOnAction(event -> {
                if (service) {
                    popups.putBack(row.source(), row.what(), end);
                } else {
                    model.unshelve(row);
                }
            });
            setGraphic(end);
        }
    }
}
