package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.AlarmId;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The alarms by asset. Only rows that have changed are made anew; selection and folding outlast that. */
final class AlarmTable extends TreeTableView<AlarmRow> {
    private static final double PRIORITY_WIDTH = 250;
    private static final double STATE_WIDTH = 200;
    private static final double SINCE_WIDTH = 110;
    private static final double SCORE_WIDTH = 80;
    private static final double LABEL_WIDTH = 132;
    private static final double SCROLL_BAR = 18;
    /** Below this width the message is worth more than the score, which the detail shows too, */
    private static final double NARROW = 960;
    /** and below this one, as beside the assistant, more than the label. */
    private static final double NARROWEST = 860;

    private static final double NARROW_PRIORITY_WIDTH = 200;
    private static final double NARROW_STATE_WIDTH = 186;
    private static final double NARROW_SINCE_WIDTH = 84;

    private final AlarmItems items = new AlarmItems();
    private List<AlarmGroup> shown = List.of();
    private boolean filling;

    AlarmTable(Symbols symbols, HandlePopups popups, Formats formats, InstantSource clock, Consumer<AlarmId> onSelect) {
        setId("alarm-table");
        getStyleClass().add("alarm-table");
        setRoot(items.top());
        setShowRoot(false);
        TreeTableColumn<AlarmRow, AlarmRow> priority = new TreeTableColumn<>("Asset and priority");
        priority.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        priority.setCellFactory(column -> new PriorityCell(symbols));
        TreeTableColumn<AlarmRow, AlarmRow> message = new TreeTableColumn<>("Message");
        message.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        message.setCellFactory(column -> new MessageCell(popups));
        TreeTableColumn<AlarmRow, String> state = new TreeTableColumn<>("State");
        state.getStyleClass().add("state-column");
        state.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(state(row.getValue().getValue())));
        state.setCellFactory(ignored -> new TextCell("state-column"));
        TreeTableColumn<AlarmRow, String> since =
                text("Since", line -> formats.time(line.alarm().openedAt(), clock.instant()), "time-column");
        TreeTableColumn<AlarmRow, String> score =
                text("Score", line -> Formats.score(line.alarm().score()), "number-column");
        TreeTableColumn<AlarmRow, AlarmRow> label = new TreeTableColumn<>("Label");
        label.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        label.setCellFactory(column -> new LabelCell());
        label.setPrefWidth(LABEL_WIDTH);
        score.setPrefWidth(SCORE_WIDTH);
        widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() < NARROW;
            score.setVisible(!narrow);
            boolean labelled = width.doubleValue() >= NARROWEST;
            label.setVisible(labelled);
            priority.setPrefWidth(narrow ? NARROW_PRIORITY_WIDTH : PRIORITY_WIDTH);
            state.setPrefWidth(narrow ? NARROW_STATE_WIDTH : STATE_WIDTH);
            since.setPrefWidth(narrow ? NARROW_SINCE_WIDTH : SINCE_WIDTH);
            double others = priority.getPrefWidth() + state.getPrefWidth() + since.getPrefWidth();
            double more = (narrow ? 0 : SCORE_WIDTH) + (labelled ? LABEL_WIDTH : 0);
            message.setPrefWidth(width.doubleValue() - others - more - SCROLL_BAR);
        });
        setRowFactory(table -> new Row());
        getColumns().setAll(List.of(priority, state, since, message, score, label));
        getColumns().forEach(column -> {
            column.setReorderable(false);
            column.setSortable(false);
        });
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!filling
                    && item != null
                    && item.getValue() instanceof AlarmRow.Line(var alarm, var firstOut, var answer)) {
                onSelect.accept(alarm.id());
            }
        });
    }

    /** Shows groups, and which alarm is selected. */
    void show(List<AlarmGroup> groups, @Nullable AlarmId selected) {
        if (!groups.equals(shown)) {
            shown = groups;
            filling = true;
            items.show(groups);
            filling = false;
        }
        mark(selected);
    }

    /** Selects the row of an alarm, if it is listed. */
    void mark(@Nullable AlarmId selected) {
        TreeItem<AlarmRow> now = getSelectionModel().getSelectedItem();
        if (selected == null || (now != null && isOf(now, selected))) {
            return;
        }
        filling = true;
        for (TreeItem<AlarmRow> group : items.top().getChildren()) {
            for (TreeItem<AlarmRow> line : group.getChildren()) {
                if (isOf(line, selected)) {
                    group.setExpanded(true);
                    getSelectionModel().select(line);
                    scrollTo(Math.max(0, getRow(line) - 2));
                }
            }
        }
        filling = false;
    }

    private static boolean isOf(TreeItem<AlarmRow> item, AlarmId id) {
        return item.getValue() instanceof AlarmRow.Line(var alarm, var firstOut, var answer)
                && alarm.id().equals(id);
    }

    private static String state(AlarmRow row) {
        return switch (row) {
            case AlarmRow.Line line -> Words.of(line.alarm().state());
            case AlarmRow.Head(AlarmGroup group) -> {
                long open = group.alarms().stream()
                        .filter(alarm -> !alarm.state().acknowledged())
                        .count();
                yield open == 0 ? "All acknowledged" : open + " unacknowledged";
            }
        };
    }

    private static TreeTableColumn<AlarmRow, String> text(
            String title, Function<AlarmRow.Line, String> text, String styleClass) {
        TreeTableColumn<AlarmRow, String> column = new TreeTableColumn<>(title);
        column.getStyleClass().add(styleClass);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                row.getValue().getValue() instanceof AlarmRow.Line line ? text.apply(line) : ""));
        column.setCellFactory(ignored -> new TextCell(styleClass));
        return column;
    }

    /** Folds a group by a click on its head; the arrow is part of the first cell. */
    private static final class Row extends TreeTableRow<AlarmRow> {
        Row() {
            Region noArrow = new Region();
            noArrow.getStyleClass().add("no-arrow");
            setDisclosureNode(noArrow);
            setOnMouseClicked(event -> {
                TreeItem<AlarmRow> item = getTreeItem();
                if (item != null && !item.isLeaf()) {
                    item.setExpanded(!item.isExpanded());
                }
            });
        }
    }

    private static final class TextCell extends TreeTableCell<AlarmRow, String> {
        TextCell(String styleClass) {
            getStyleClass().add(styleClass);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
