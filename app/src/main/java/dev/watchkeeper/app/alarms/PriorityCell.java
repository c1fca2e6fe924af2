package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.screen.Words;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The first column: an asset with its count, or an alarm's symbol, priority and whether it was first. */
final class PriorityCell extends TreeTableCell<AlarmRow, AlarmRow> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final PrioritySymbol symbol;
    private final Label name = new Label();
    private final Label tag = new Label();
    private final Region arrow = new Region();
    private final HBox content;
    private Subscription folding = Subscription.EMPTY;

    PriorityCell(Symbols symbols) {
        symbol = symbols.priority();
        tag.getStyleClass().add("tag");
        arrow.getStyleClass().add("fold-arrow");
        content = new HBox(arrow, symbol, name, tag);
        content.getStyleClass().add("priority-cell");
    }

    @Override
    protected void updateItem(@Nullable AlarmRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        setGraphic(content);
        content.pseudoClassStateChanged(HEAD, row instanceof AlarmRow.Head);
        arrow.setVisible(row instanceof AlarmRow.Head);
        watchFolding();
        switch (row) {
            case AlarmRow.Head(AlarmGroup group) -> {
                symbol.setManaged(false);
                symbol.clear();
                name.setText(group.label());
                tag(group.alarms().size() == 1 ? "1 alarm" : group.alarms().size() + " alarms");
            }
            case AlarmRow.Line(var alarm, boolean firstOut, var label) -> {
                symbol.setManaged(true);
                symbol.show(alarm.priority(), alarm.state());
                name.setText(Words.of(alarm.priority()));
                tag(firstOut ? "first out" : "");
            }
        }
    }

    private void watchFolding() {
        folding.unsubscribe();
        TreeItem<AlarmRow> item = getTableRow() == null ? null : getTableRow().getTreeItem();
        folding = item == null
                ? Subscription.EMPTY
                : item.expandedProperty().subscribe(expanded -> content.pseudoClassStateChanged(FOLDED, !expanded));
    }

    private void tag(String text) {
        tag.setText(text);
        tag.setVisible(!text.isEmpty());
    }
}
