package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.alarms.AlarmHandling;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** At the foot of the window, just after alarms were handled: what was done, and where possible a button that takes it back. */
final class HandledBar extends HBox {
    HandledBar(AlarmHandling handling) {
        getStyleClass().add("label-bar");
        Label sentence = new Label();
        sentence.setId("handled-sentence");
        sentence.setMinWidth(0);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Button undo = new Button("Undo");
        undo.setId("handled-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> handling.undo());
        Button close = new Button("Close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> handling.dismiss());
        getChildren().addAll(sentence, undo, space, close);
        handling.doneProperty().subscribe(done -> {
            setVisible(!done.sentence().isEmpty());
            setManaged(!done.sentence().isEmpty());
            sentence.setText(done.sentence());
            undo.setVisible(done.undoOrNull() != null);
            undo.setManaged(done.undoOrNull() != null);
        });
    }
}
