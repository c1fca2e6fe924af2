package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.AlarmSource;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What an alarm says, or beside the head of a group what can be done with all of it. */
final class MessageCell extends TreeTableCell<AlarmRow, AlarmRow> {
    private final HandlePopups popups;
    private final Tooltip whole = new Tooltip();
    private @Nullable GroupButtons buttons;

    MessageCell(HandlePopups popups) {
        this.popups = popups;
        getStyleClass().add("message-column");
    }

    @Override
    protected void updateItem(@Nullable AlarmRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        switch (row) {
            case AlarmRow.Line line -> {
                setText(line.alarm().message());
                whole.setText(line.alarm().message());
                setTooltip(whole);
                setGraphic(null);
            }
            case AlarmRow.Head(AlarmGroup group) -> {
                setText(null);
                setTooltip(null);
                GroupButtons shown = buttons;
                if (shown == null) {
                    shown = new GroupButtons(popups);
                    buttons = shown;
                }
                shown.show(group);
                setGraphic(shown);
            }
        }
    }

    private static final class GroupButtons extends HBox {
        private final HandlePopups popups;
        private final Button acknowledge = new Button("Acknowledge group");
        private final Button shelve = new Button("Shelve…");

        GroupButtons(HandlePopups popups) {
            this.popups = popups;
            getStyleClass().add("group-buttons");
            acknowledge.getStyleClass().addAll("small", "acknowledge-group");
            shelve.getStyleClass().addAll("small", "shelve-group");
            for (Button button : new Button[] {acknowledge, shelve}) {
                // Else the click were one on the row too, which folds the group.
                button.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
                button.setFocusTraversable(false);
            }
            getChildren().addAll(acknowledge, shelve);
        }

        void show(AlarmGroup group) {
            boolean open =
                    group.alarms().stream().anyMatch(alarm -> !alarm.state().acknowledged());
            boolean refused = popups.refusal().isPresent();
            acknowledge.setDisable(!open || refused);
            shelve.setDisable(refused);
            acknowledge.setOnAction(event -> popups.handling().acknowledgeAll(group.asset(), group.label(), ""));
            shelve.setOnAction(
                    event -> popups.shelve(AlarmSource.all(group.asset()), group.label() + ", all alarms", shelve));
        }
    }
}
