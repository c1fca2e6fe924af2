package dev.watchkeeper.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The lines of a section. What does not fit into a cell can be read by pointing at it. */
final class RowTable extends TableView<SettingRow> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private List<SettingRow> shown = List.of();
    private boolean filling;

    RowTable(Consumer<String> onSelect) {
        setId("settings-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(table -> new Row());
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!filling && row != null) {
                onSelect.accept(row.key());
            }
        });
    }

    /** Shows another section. */
    void columns(Section section) {
        filling = true;
        shown = List.of();
        getItems().clear();
        List<TableColumn<SettingRow, String>> columns = new ArrayList<>();
        for (int i = 0; i < section.columns().size(); i++) {
            columns.add(column(section, i));
        }
        getColumns().setAll(columns);
        filling = false;
    }

    /** Shows lines; the one of a key is selected, or none. */
    void show(List<SettingRow> rows, @Nullable String keyOrNull) {
        filling = true;
        if (!rows.equals(shown)) {
            shown = rows;
            getItems().setAll(rows);
        }
        SettingRow wanted = rows.stream()
                .filter(row -> row.key().equals(keyOrNull))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            getSelectionModel().clearSelection();
        } else if (!wanted.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(wanted);
        }
        filling = false;
    }

    private static TableColumn<SettingRow, String> column(Section section, int index) {
        TableColumn<SettingRow, String> column =
                new TableColumn<>(section.columns().get(index));
        column.setPrefWidth(section.width(index));
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(index)));
        column.setCellFactory(own -> new TextCell());
        return column;
    }

    private static final class Row extends TableRow<SettingRow> {
        @Override
        protected void updateItem(@Nullable SettingRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(WRONG, !empty && row != null && row.wrong());
        }
    }

    private static final class TextCell extends TableCell<SettingRow, String> {
        private final Tooltip tooltip = new Tooltip();

        TextCell() {
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
        }

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
