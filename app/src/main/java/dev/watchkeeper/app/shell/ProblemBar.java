package dev.watchkeeper.app.shell;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** At the foot of the window, only while there is one: what went wrong with a command, in one sentence. */
final class ProblemBar extends HBox {
    ProblemBar(ReadOnlyStringProperty problem) {
        getStyleClass().add("problem-bar");
        Label sentence = new Label();
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setOnAction(event -> show(false));
        getChildren().addAll(sentence, space, close);
        problem.subscribe(text -> {
            sentence.setText(text);
            show(!text.isEmpty());
        });
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
