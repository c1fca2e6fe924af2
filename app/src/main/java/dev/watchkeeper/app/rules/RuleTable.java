package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.screen.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The lines of the list of rules. What does not fit into a cell can be read by pointing at it. */
final class RuleTable extends TableView<RuleRow> {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final Symbols symbols;
    private List<RuleRow> shown = List.of();
    private boolean filling;

    /**
     * @param onSelect hears of the selected line
     * @param onOpen hears of a line that is opened by a double click
     */
    RuleTable(Symbols symbols, Consumer<RuleRow> onSelect, Runnable onOpen) {
        this.symbols = symbols;
        setId("rule-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        priority(),
                        text("Asset", 104, RuleRow::asset),
                        text("Sensor", 118, RuleRow::sensor),
                        text("Alarm when it", 218, RuleRow::condition),
                        text("", 40, row -> row.enabled() ? "on" : "off"),
                        text("Delays, deadband", 168, RuleRow::damping),
                        text("Last change", 132, RuleRow::changed)));
        setRowFactory(table -> {
            Row row = new Row();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    onOpen.run();
                }
            });
            return row;
        });
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!filling && row != null) {
                onSelect.accept(row);
            }
        });
    }

    /** Shows lines; one of them is selected, or none. */
    void show(List<RuleRow> rows, @Nullable RuleRow selectedOrNull) {
        filling = true;
        if (!rows.equals(shown)) {
            shown = rows;
            getItems().setAll(rows);
        }
        if (selectedOrNull == null || !rows.contains(selectedOrNull)) {
            getSelectionModel().clearSelection();
        } else if (!selectedOrNull.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(selectedOrNull);
        }
        filling = false;
    }

    private static TableColumn<RuleRow, String> text(String title, double width, Function<RuleRow, String> of) {
        TableColumn<RuleRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 40));
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(of.apply(row.getValue())));
        column.setCellFactory(own -> new TextCell());
        return column;
    }

    private TableColumn<RuleRow, RuleRow> priority() {
        TableColumn<RuleRow, RuleRow> column = new TableColumn<>("");
        column.setPrefWidth(30);
        column.setMinWidth(30);
        column.setMaxWidth(30);
        column.setReorderable(false);
        column.setComparator((one, other) -> one.priority().compareTo(other.priority()));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(own -> new SymbolCell(symbols.priority()));
        return column;
    }

    private static final class Row extends TableRow<RuleRow> {
        @Override
        protected void updateItem(@Nullable RuleRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(OFF, !empty && row != null && !row.enabled());
        }
    }

    private static final class SymbolCell extends TableCell<RuleRow, RuleRow> {
        private final PrioritySymbol symbol;
        private final Tooltip tooltip = new Tooltip();

        SymbolCell(PrioritySymbol symbol) {
            this.symbol = symbol;
            setGraphic(symbol);
            symbol.clear();
        }

        @Override
        protected void updateItem(@Nullable RuleRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                symbol.clear();
                setTooltip(null);
            } else {
                symbol.show(row.priority());
                tooltip.setText(Words.of(row.priority()) + " priority");
                setTooltip(tooltip);
            }
        }
    }

    private static final class TextCell extends TableCell<RuleRow, String> {
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
