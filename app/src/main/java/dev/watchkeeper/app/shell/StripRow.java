package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.screen.AcknowledgePopup;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmState;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One of the newest alarms in the strip. A click opens it; its button acknowledges it. */
final class StripRow extends HBox {
    private final PrioritySymbol symbol;
    private final Navigator navigator;
    private final AcknowledgePopup popup;
    private final Label time = new Label();
    private final Label asset = new Label();
    private final Label message = new Label();
    private final Label state = new Label();
    private final Button acknowledge = new Button("Acknowledge");

    /** @param readOnly whether nothing can be acknowledged from here */
    StripRow(PrioritySymbol symbol, Navigator navigator, AcknowledgePopup popup, boolean readOnly) {
        acknowledge.setDisable(readOnly);
        this.symbol = symbol;
        this.navigator = navigator;
        this.popup = popup;
        getStyleClass().addAll("strip-line", "strip-alarm");
        time.getStyleClass().add("time");
        asset.getStyleClass().add("asset");
        message.getStyleClass().add("message");
        state.getStyleClass().add("state");
        acknowledge.getStyleClass().add("acknowledge");
        // Else the click on the button were one on the row too.
        acknowledge.setOnMouseClicked(MouseEvent::consume);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        for (Region fixed : new Region[] {time, asset, state, acknowledge}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(symbol, time, asset, message, space, state, acknowledge);
    }

    void show(ShellViewModel.StripAlarm shown) {
        Alarm alarm = shown.alarm();
        setVisible(true);
        symbol.show(alarm.priority(), alarm.state());
        time.setText(shown.time());
        asset.setText(shown.asset());
        message.setText(alarm.message());
        boolean open = !alarm.state().acknowledged();
        state.setText(word(alarm.state()));
        acknowledge.setVisible(open);
        acknowledge.setManaged(open);
        message.setTooltip(new Tooltip(alarm.message()));
        acknowledge.setOnAction(event -> popup.ask(acknowledge, alarm.id(), shown.asset(), alarm.message()));
        setOnMouseClicked(event -> navigator.openAlarm(alarm.id()));
    }

    private static String word(AlarmState state) {
        return switch (state) {
            case ACTIVE_UNACKNOWLEDGED -> "";
            case ACTIVE_ACKNOWLEDGED -> "acknowledged";
            case RETURNED_UNACKNOWLEDGED -> "returned to normal";
            case LATCHED_UNACKNOWLEDGED, LATCHED_ACKNOWLEDGED -> "latched";
            case NORMAL -> "over";
        };
    }

    void clear() {
        setVisible(false);
        symbol.clear();
        setOnMouseClicked(null);
    }
}
