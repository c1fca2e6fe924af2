package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The assets with the state of their models, at the left. Arrow keys select. */
final class ModelListView extends ListView<ModelRow> {
    private List<ModelRow> shown = List.of();
    private boolean filling;

    ModelListView(Consumer<AssetId> onSelect) {
        setId("model-list");
        getStyleClass().add("model-list");
        setCellFactory(list -> new Cell(widthProperty()));
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!filling && row != null) {
                onSelect.accept(row.id());
            }
        });
    }

    void show(List<ModelRow> rows, @Nullable AssetId selected) {
        filling = true;
        if (!rows.equals(shown)) {
            shown = rows;
            if (getItems().size() == rows.size()) {
                for (int i = 0; i < rows.size(); i++) {
                    getItems().set(i, rows.get(i));
                }
            } else {
                getItems().setAll(rows);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(selected) && getSelectionModel().getSelectedIndex() != i) {
                getSelectionModel().clearAndSelect(i);
                getFocusModel().focus(i);
            }
        }
        filling = false;
    }

    private static final class Cell extends ListCell<ModelRow> {
        /** Symbol, gap and padding, in pixels. */
        private static final double BESIDE_NAME = 52;

        private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

        private final DriftSymbol symbol = new DriftSymbol();
        private final Text name = new Text();
        private final Label versions = Panels.label("", "model-versions");
        private final Label state = Panels.label("", "model-state");
        private final ProgressBar progress = new ProgressBar(0);
        private final VBox text = new VBox(name, versions, state, progress);
        private final HBox line = new HBox(new StackPane(symbol), text);

        Cell(ObservableDoubleValue listWidth) {
            DoubleExpression width = DoubleExpression.doubleExpression(listWidth);
            getStyleClass().add("model-cell");
            line.getStyleClass().add("model-line");
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
            progress.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
            // A text that wraps knows its height by itself; a label in a list's cell does not.
            name.getStyleClass().add("model-name");
            name.wrappingWidthProperty().bind(width.subtract(BESIDE_NAME));
        }

        @Override
        protected void updateItem(@Nullable ModelRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            symbol.show(row.card().drift().stage());
            name.setText(row.label());
            versions.setText(row.versions());
            String words = words(row);
            state.setText(words);
            Panels.show(state, !words.isEmpty() && row.progress().isEmpty());
            state.pseudoClassStateChanged(WARNING, row.attention().compareTo(Attention.FAILED) <= 0);
            Panels.show(progress, row.progress().isPresent());
            progress.setProgress(row.progress().orElse(0));
            setGraphic(line);
        }

        private static String words(ModelRow row) {
            return switch (row.attention()) {
                case TROUBLE -> "Not in service";
                case FAILED -> "Training failed";
                case DRIFTING -> {
                    int sensors = row.card().drift().driftingSensors().size();
                    yield sensors == 1 ? "Drifting: " + firstDrifting(row) : "Drifting: " + sensors + " sensors";
                }
                case ADVISED -> "Retraining advised";
                case CHALLENGED -> "Challenger to judge";
                case TRAINING -> "Training";
                case CHANGED -> "Changed, not for long";
                case NONE -> "";
            };
        }

        private static String firstDrifting(ModelRow row) {
            return row.sensorLabel(row.card().drift().driftingSensors().getFirst());
        }
    }
}
