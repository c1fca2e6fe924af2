package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The ten most frequent sources, each with what would calm it and the way to try that. */
final class ActorTableView extends TableView<KpiReport.Actor> {
    private static final double NAME = 225;
    private static final double NUMBER = 66;
    private static final double WIDE_NUMBER = 84;
    private static final double ACTION = 104;
    private static final double SCROLL_BAR = 18;

    ActorTableView(Consumer<RuleDraft> onRehearse) {
        setId("actor-table");
        getStyleClass().addAll("plain-table", "actor-table");
        TableColumn<KpiReport.Actor, String> suggestion = column(
                "What would help", 0, false, row -> row.actor().suggestion().sentence());
        suggestion.setCellFactory(own -> new TextCell(true));
        suggestion
                .prefWidthProperty()
                .bind(widthProperty().subtract(NAME + 3 * NUMBER + 2 * WIDE_NUMBER + ACTION + SCROLL_BAR));
        getColumns()
                .setAll(List.of(
                        column("Bad actor", NAME, false, KpiReport.Actor::name),
                        column(
                                "Alarms",
                                NUMBER,
                                true,
                                row -> String.valueOf(row.actor().alarms())),
                        column(
                                "Share",
                                NUMBER,
                                true,
                                row -> String.format(
                                        Locale.ROOT,
                                        "%.0f %%",
                                        100 * row.actor().share())),
                        column(
                                "Chattering",
                                WIDE_NUMBER,
                                true,
                                row -> count(row.actor().chattering())),
                        column(
                                "Fleeting",
                                NUMBER,
                                true,
                                row -> count(row.actor().fleeting())),
                        column(
                                "Half last",
                                WIDE_NUMBER,
                                true,
                                row -> Formats.age(row.actor().median())),
                        suggestion,
                        rehearse(onRehearse)));
    }

    void show(List<KpiReport.Actor> actors) {
        if (!actors.equals(getItems())) {
            getItems().setAll(actors);
        }
    }

    private static String count(int count) {
        return count == 0 ? "–" : String.valueOf(count);
    }

    private static TableColumn<KpiReport.Actor, String> column(
            String title, double width, boolean number, Function<KpiReport.Actor, String> words) {
        TableColumn<KpiReport.Actor, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setCellFactory(own -> new TextCell(false));
        column.setReorderable(false);
        column.setSortable(false);
        if (width > 0) {
            column.setPrefWidth(width);
        }
        if (number) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private static TableColumn<KpiReport.Actor, KpiReport.Actor> rehearse(Consumer<RuleDraft> onRehearse) {
        TableColumn<KpiReport.Actor, KpiReport.Actor> column = new TableColumn<>("");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(own -> new RehearseCell(onRehearse));
        column.setReorderable(false);
        column.setSortable(false);
        column.setPrefWidth(ACTION);
        return column;
    }

    private static final class TextCell extends TableCell<KpiReport.Actor, String> {
        private final Tooltip tooltip = new Tooltip();

        TextCell(boolean wraps) {
            setWrapText(wraps);
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

    private static final class RehearseCell extends TableCell<KpiReport.Actor, KpiReport.Actor> {
        private final Consumer<RuleDraft> onRehearse;
        private final Button button = new Button("Rehearse…");

        RehearseCell(Consumer<RuleDraft> onRehearse) {
            this.onRehearse = onRehearse;
            button.getStyleClass().addAll("small", "rehearse");
        }

        @Override
        protected void updateItem(KpiReport.@Nullable Actor row, boolean empty) {
            super.updateItem(row, empty);
            RuleDraft draft = empty || row == null ? null : row.draftOrNull();
            if (draft == null) {
                setGraphic(null);
                return;
            }
            button.setOnAction(event -> onRehearse.accept(draft));
            setGraphic(button);
        }
    }
}
