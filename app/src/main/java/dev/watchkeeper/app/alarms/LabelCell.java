package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.LabelSymbol;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.label.LabelKind;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What an alarm is said to be; empty while nobody has said. */
final class LabelCell extends TreeTableCell<AlarmRow, AlarmRow> {
    private final LabelSymbol symbol = new LabelSymbol();
    private final Label word = new Label();
    private final HBox content = new HBox(symbol, word);

    LabelCell() {
        content.getStyleClass().add("label-cell");
        word.getStyleClass().add("hint");
    }

    @Override
    protected void updateItem(@Nullable AlarmRow row, boolean empty) {
        super.updateItem(row, empty);
        LabelKind kind = !empty && row instanceof AlarmRow.Line line ? line.labelOrNull() : null;
        if (kind == null) {
            setGraphic(null);
            return;
        }
        symbol.show(kind);
        word.setText(Words.of(kind));
        setGraphic(content);
    }
}
