package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.alarm.AlarmId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Asks for name and note beside the button that wants to acknowledge; Enter acknowledges, Escape leaves. */
public final class AcknowledgePopup {
    private final Acknowledger acknowledger;
    private final PopOver popOver = new PopOver();
    private final Label title = new Label();
    private final Label message = new Label();
    private final TextField user = new TextField();
    private final TextField note = new TextField();
    private final Button confirm = new Button("Acknowledge");

    public AcknowledgePopup(Acknowledger acknowledger) {
        this.acknowledger = acknowledger;
        title.getStyleClass().add("popup-title");
        message.getStyleClass().add("popup-message");
        user.setId("acknowledge-user");
        note.setId("acknowledge-note");
        note.setPromptText("Note for the journal, may stay empty");
        confirm.setId("acknowledge-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setDefaultButton(true);
        HBox buttons = new HBox(confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(title, message, labelled("Name", user), labelled("Note", note), buttons);
        content.getStyleClass().add("acknowledge-popup");
        popOver.setContentNode(content);
        // The popup's own stylesheet stands above those of the scene.
        popOver.getRoot().getStylesheets().add(Stylesheets.url("popup.css"));
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    }

    /** Asks about one alarm. */
    public void ask(Node beside, AlarmId alarm, String asset, String what) {
        title.setText("Acknowledge " + asset);
        message.setText(what);
        user.setText(acknowledger.user());
        note.clear();
        confirm.setOnAction(event -> {
            popOver.hide();
            acknowledger.acknowledge(alarm, user.getText(), note.getText());
        });
        popOver.show(beside);
        note.requestFocus();
    }

    private static Node labelled(String text, TextField field) {
        Label label = new Label(text);
        label.setLabelFor(field);
        label.getStyleClass().add("field-label");
        return new VBox(label, field);
    }
}
