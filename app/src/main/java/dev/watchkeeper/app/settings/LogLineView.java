package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A try to send in full, and Try again where it was given up. */
final class LogLineView extends VBox {
    LogLineView(SettingsViewModel model, DeliveryTry line) {
        getStyleClass().add("settings-form");
        Label title = new Label(line.headline());
        title.getStyleClass().add("form-title");
        title.setWrapText(true);
        getChildren()
                .addAll(
                        title,
                        fact("To", line.to()),
                        fact("Outcome", SettingRows.outcome(line.outcome())),
                        fact("Answer", line.answer()));
        if (model.canRevive()) {
            Button again = new Button("Try again");
            again.setId("try-again");
            again.setOnAction(event -> model.revive());
            getChildren().addAll(fact("Now", "It was given up and is not tried any more by itself."), again);
        }
    }

    private static HBox fact(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("form-label");
        Label text = new Label(value);
        text.setWrapText(true);
        HBox line = new HBox(label, text);
        line.getStyleClass().add("form-field");
        return line;
    }
}
