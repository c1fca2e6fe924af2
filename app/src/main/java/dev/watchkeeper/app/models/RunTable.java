package dev.watchkeeper.app.models;

import dev.watchkeeper.app.screen.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The trainings of an asset. A click on a head sorts; with Ctrl or Shift several are selected. */
final class RunTable extends TableView<RunRow> {
    private final List<TableColumn<RunRow, RunRow>> whenWide;
    private final List<TableColumn<RunRow, RunRow>> unlessNarrow;
    private List<RunRow> shown = List.of();
    private boolean filling;

    RunTable(Formats formats, InstantSource clock, Consumer<List<RunRow>> onSelect) {
        setId("run-table");
        TableColumn<RunRow, RunRow> version =
                column("Version", 104, Comparator.comparingInt(RunRow::number), RunTable::version);
        TableColumn<RunRow, RunRow> by =
                column("By", 90, Comparator.comparing(RunRow::by), row -> ModelWords.who(row.by()));
        TableColumn<RunRow, RunRow> cause = column("Why", 84, Comparator.comparing(RunRow::cause), RunRow::cause);
        TableColumn<RunRow, RunRow> took = right(column(
                "Took",
                64,
                Comparator.comparing(row -> row.took().orElse(Duration.ZERO)),
                row -> row.took().map(Formats::age).orElse("")));
        TableColumn<RunRow, RunRow> days =
                right(column("Validation", 82, Comparator.comparingDouble(RunRow::days), row -> days(row.days())));
        TableColumn<RunRow, RunRow> status = column("Status", 84, Comparator.comparing(RunRow::status), RunRow::status);
        TableColumn<RunRow, RunRow> episodes = right(
                column("Episodes", 76, Comparator.comparingDouble(RunRow::episodes), row -> number(row.episodes())));
        whenWide = List.of(by, cause, took, days);
        unlessNarrow = List.of(status, episodes);
        getColumns()
                .setAll(List.of(
                        version,
                        column(
                                "Started",
                                104,
                                Comparator.comparing(RunRow::startedAt),
                                row -> started(row.startedAt(), formats, clock)),
                        by,
                        cause,
                        status,
                        took,
                        days,
                        right(Panels.explained(
                                column(
                                        "Requested",
                                        84,
                                        Comparator.comparingDouble(RunRow::requested),
                                        row -> number(row.requested())),
                                "How many samples of validation were to be as rare as the sensitivity asks for")),
                        right(Panels.explained(
                                column(
                                        "Observed",
                                        80,
                                        Comparator.comparingDouble(RunRow::observed),
                                        row -> number(row.observed())),
                                "How many of them were")),
                        episodes));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> {
            if (!filling) {
                onSelect.accept(getSelectionModel().getSelectedItems().stream()
                        .filter(row -> row != null)
                        .sorted(Comparator.comparing(RunRow::startedAt).reversed())
                        .toList());
            }
        });
    }

    /** Shows rows; what was selected stays selected, and sorted as it was. */
    void show(List<RunRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        filling = true;
        var selected = getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .map(RunRow::key)
                .collect(Collectors.toSet());
        getItems().setAll(rows);
        sort();
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (selected.contains(getItems().get(i).key())) {
                getSelectionModel().select(i);
            }
        }
        filling = false;
    }

    /** Shows as many columns as there is room for. */
    void makeRoom(boolean wide, boolean narrow) {
        whenWide.forEach(column -> column.setVisible(wide));
        unlessNarrow.forEach(column -> column.setVisible(!narrow));
    }

    private static String version(RunRow row) {
        return row.role().isEmpty() ? String.valueOf(row.number()) : row.number() + "  " + row.role();
    }

    private static String started(Instant at, Formats formats, InstantSource clock) {
        return formats.time(at, clock.instant());
    }

    private static String days(double days) {
        return Double.isNaN(days) ? "" : String.format(Locale.ROOT, "%.1f d", days);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : ModelWords.rate(value);
    }

    private static TableColumn<RunRow, RunRow> right(TableColumn<RunRow, RunRow> column) {
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<RunRow, RunRow> column(
            String title, double width, Comparator<RunRow> order, Function<RunRow, String> text) {
        TableColumn<RunRow, RunRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(own -> new TableCell<>() {
            {
                if (own.getStyleClass().contains("number-column")) {
                    getStyleClass().add("number-column");
                }
            }

            @Override
            protected void updateItem(@Nullable RunRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
            }
        });
        return column;
    }
}
