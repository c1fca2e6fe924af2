package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.signal.Guidance;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What ISA-18.2 wants beside every alarm; the action first, for it is what an operator needs. */
final class GuidanceView extends VBox {
    private final Label action = new Label();
    private final Label cause = new Label();
    private final Label consequence = new Label();

    GuidanceView() {
        getStyleClass().add("guidance");
        getChildren()
                .addAll(
                        block("Do this", action, "action"),
                        block("Probable cause", cause, "cause"),
                        block("If nothing is done", consequence, "consequence"));
    }

    void show(Guidance guidance) {
        action.setText(guidance.action());
        cause.setText(guidance.cause());
        consequence.setText(guidance.consequence());
    }

    private static VBox block(String title, Label text, String styleClass) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        text.setWrapText(true);
        VBox block = new VBox(heading, text);
        block.getStyleClass().addAll("guidance-block", styleClass);
        return block;
    }
}
