package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.screen.AcknowledgePopup;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Priority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The strip above every screen: the three newest alarms, how many there are of each priority, and the state of the
 * data.
 */
final class AlarmStripView extends HBox {
    private static final int ROWS = 3;

    private final List<StripRow> rows = new ArrayList<>();
    private final VBox newest = new VBox();
    private final Label quiet = new Label();
    private final Map<Priority, Label> counts = new EnumMap<>(Priority.class);
    private final StatusView status;

    AlarmStripView(
            ShellViewModel model, Navigator navigator, Symbols symbols, AcknowledgePopup popup, boolean readOnly) {
        getStyleClass().add("alarm-strip");
        newest.getStyleClass().add("newest");
        for (int i = 0; i < ROWS; i++) {
            StripRow row = new StripRow(symbols.priority(), navigator, popup, readOnly);
            rows.add(row);
            newest.getChildren().add(row);
        }
        quiet.getStyleClass().add("quiet");
        StackPane.setAlignment(quiet, Pos.CENTER_LEFT);
        StackPane left = new StackPane(newest, quiet);
        setHgrow(left, javafx.scene.layout.Priority.ALWAYS);
        status = new StatusView(readOnly);
        getChildren().addAll(left, countsBox(symbols), status);
        model.stripProperty().subscribe(this::show);
    }

    private VBox countsBox(Symbols symbols) {
        VBox box = new VBox();
        box.getStyleClass().add("counts");
        for (Priority priority : List.of(Priority.HIGH, Priority.MEDIUM, Priority.LOW)) {
            PrioritySymbol symbol = symbols.priority();
            symbol.show(priority);
            Label name = new Label(Words.of(priority));
            name.getStyleClass().add("count-name");
            Label count = new Label("0");
            count.getStyleClass().add("count");
            counts.put(priority, count);
            HBox row = new HBox(symbol, name, count);
            row.getStyleClass().add("strip-line");
            box.getChildren().add(row);
        }
        return box;
    }

    private void show(ShellViewModel.Strip strip) {
        for (int i = 0; i < ROWS; i++) {
            if (i < strip.newest().size()) {
                rows.get(i).show(strip.newest().get(i));
            } else {
                rows.get(i).clear();
            }
        }
        quiet.setText(strip.quiet());
        newest.setVisible(!strip.newest().isEmpty());
        quiet.setVisible(strip.newest().isEmpty());
        counts.forEach(
                (priority, label) -> label.setText(String.valueOf(strip.counts().getOrDefault(priority, 0))));
        status.show(strip);
    }
}
