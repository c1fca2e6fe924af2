package dev.watchkeeper.app.alarms;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says what will become of what, asks for words that must not be empty, and does it. */
final class ConfirmPopup extends VBox {
    private final TextField words = new TextField();
    private Runnable done = () -> {};

    ConfirmPopup(String question, String sentence, String prompt, String action, Consumer<String> onConfirm) {
        getStyleClass().add("confirm-popup");
        Label title = new Label(question);
        title.getStyleClass().add("popup-title");
        title.setWrapText(true);
        Label what = new Label(sentence);
        what.getStyleClass().add("popup-message");
        what.setWrapText(true);
        words.setId("popup-words");
        words.setPromptText(prompt);
        Button confirm = new Button(action);
        confirm.setId("popup-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setDefaultButton(true);
        confirm.disableProperty().bind(words.textProperty().map(String::isBlank));
        confirm.setOnAction(event -> {
            done.run();
            onConfirm.accept(words.getText().strip());
        });
        Button cancel = new Button("Cancel");
        cancel.setId("popup-cancel");
        cancel.setOnAction(event -> done.run());
        HBox buttons = new HBox(cancel, confirm);
        buttons.getStyleClass().add("popup-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, what, words, buttons);
    }

    /** Called when it is over, before anything is done. */
    void onDone(Runnable close) {
        done = close;
    }

    void focus() {
        words.requestFocus();
    }
}
