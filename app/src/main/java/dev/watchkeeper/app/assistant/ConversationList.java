package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.assistant.memory.ConversationHead;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The conversations of the past, the newest first, with a field that searches in them. */
final class ConversationList extends VBox {
    private final AssistantViewModel model;
    private final Formats formats;
    private final InstantSource clock;
    private final Runnable done;
    private final TextField search = new TextField();
    private final VBox rows = new VBox();

    ConversationList(AssistantViewModel model, Formats formats, InstantSource clock, Runnable done) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        this.done = done;
        getStyleClass().add("conversations");
        search.setPromptText("Search in questions and answers");
        search.textProperty().addListener((property, was, is) -> model.list(is));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
        model.listedProperty().addListener((property, was, is) -> show(is));
    }

    void open() {
        model.list(search.getText());
        search.requestFocus();
    }

    private void show(List<ConversationHead> heads) {
        rows.getChildren().clear();
        if (heads.isEmpty()) {
            Label none =
                    new Label(search.getText().isBlank() ? "No conversation yet." : "Nothing found. Try fewer words.");
            none.getStyleClass().add("hint");
            rows.getChildren().add(none);
        }
        for (ConversationHead head : heads) {
            Button open = new Button(head.title() + "\n" + formats.time(head.at(), clock.instant()) + ", "
                    + head.turns() + (head.turns() == 1 ? " question" : " questions"));
            open.getStyleClass().add("suggestion");
            open.setMaxWidth(Double.MAX_VALUE);
            open.setOnAction(event -> {
                model.resume(head.id());
                done.run();
            });
            Button delete = new Button("Delete");
            delete.getStyleClass().add("foot-button");
            delete.setMinWidth(Region.USE_PREF_SIZE);
            delete.setTooltip(new Tooltip("Take this conversation away for good"));
            delete.setOnAction(event -> model.delete(head.id(), search.getText()));
            HBox row = new HBox(open, delete);
            row.getStyleClass().add("conversation-row");
            HBox.setHgrow(open, Priority.ALWAYS);
            rows.getChildren().add(row);
        }
    }
}
