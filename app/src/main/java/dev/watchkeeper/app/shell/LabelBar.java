package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** At the foot of the window, just after something was labelled: what was said, and a button that takes it back. */
final class LabelBar extends HBox {
    private final Function<AssetId, String> names;

    /** @param names what the screens call an asset */
    LabelBar(Labeller labeller, Function<AssetId, String> names) {
        this.names = names;
        getStyleClass().add("label-bar");
        javafx.scene.control.Label sentence = new javafx.scene.control.Label();
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Button undo = new Button("Undo");
        undo.setId("label-bar-undo");
        undo.setOnAction(event -> labeller.undoGiven());
        Button close = new Button("Close");
        close.setOnAction(event -> labeller.dismiss());
        getChildren().addAll(sentence, undo, space, close);
        labeller.givenProperty().subscribe(given -> {
            setVisible(!given.isEmpty());
            setManaged(!given.isEmpty());
            sentence.setText(said(given));
        });
    }

    private String said(List<Label> given) {
        if (given.isEmpty()) {
            return "";
        }
        Label first = given.getFirst();
        String what = first.alarm().isPresent()
                ? "The alarm on " + names.apply(first.asset())
                : given.size() == 1
                        ? "The span of " + names.apply(first.asset())
                        : "The span of " + given.size() + " assets";
        return what + " is labelled: " + Words.of(first.kind()) + ".";
    }
}
