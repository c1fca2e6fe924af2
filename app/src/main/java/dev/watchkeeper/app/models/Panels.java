package dev.watchkeeper.app.models;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Parts that the sections of the screen are made of. */
final class Panels {
    private Panels() {}

    /** A title at the left, and what can be done at the right. */
    static HBox head(String title, Node... actions) {
        Label heading = label(title, "section-title");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(heading, space());
        line.getStyleClass().add("section-head");
        line.getChildren().addAll(actions);
        return line;
    }

    /** Room that takes what is left. */
    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** Shows a node or takes it away, with its room. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /**
     * A column of text; what does not fit can be read by pointing at it.
     *
     * @param width its share when the table is as narrow as can be, in pixels
     */
    static <T> TableColumn<T, String> column(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(ignored -> new TextCell<>(""));
        return column;
    }

    /** A column of numbers, at the right. */
    static <T> TableColumn<T, String> numbers(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = column(title, width, text);
        column.getStyleClass().add("number-column");
        column.setCellFactory(ignored -> new TextCell<>("number-column"));
        return column;
    }

    /** The head of a column, with an explanation for whoever points at it. */
    static <T, V> TableColumn<T, V> explained(TableColumn<T, V> column, String explanation) {
        Label head = new Label(column.getText());
        head.setTooltip(new Tooltip(explanation));
        column.setText("");
        column.setGraphic(head);
        return column;
    }

    private static final class TextCell<T> extends TableCell<T, String> {
        private final Tooltip tooltip = new Tooltip();

        TextCell(String styleClass) {
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean shown = !empty && text != null && !text.isEmpty();
            setText(shown ? text : null);
            tooltip.setText(shown ? text : "");
            setTooltip(shown ? tooltip : null);
        }
    }
}
