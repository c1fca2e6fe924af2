package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.Load;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A document in the pane, with the cited passage marked and in sight. Of a long one only the neighbourhood is laid out; more of it
 * comes by a button at either end.
 */
final class DocumentView extends VBox {
    private static final int AROUND = 25;
    private static final int DEEPEST = 2;
    private static final double ABOVE = 24;

    private final DocumentViewModel model;
    private final Label title = new Label();
    private final VBox text = new VBox();
    private final ScrollPane scroll = new ScrollPane(text);
    private final Button back = new Button("‹ Back");
    private @Nullable OpenedDocument shown;
    private @Nullable Node target;
    private int from;
    private int to;

    DocumentView(DocumentViewModel model) {
        this.model = model;
        getStyleClass().add("document-view");
        back.setId("document-back");
        back.getStyleClass().add("foot-button");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setTooltip(new Tooltip("Back to the answer (Esc)"));
        back.setOnAction(event -> model.close());
        title.setId("document-title");
        title.getStyleClass().add("pane-title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(back, title);
        head.getStyleClass().add("document-head");
        text.getStyleClass().add("document-text");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        text.heightProperty().addListener((property, was, is) -> bringIntoSight());
        scroll.viewportBoundsProperty().addListener((property, was, is) -> bringIntoSight());
        scroll.setOnScroll(event -> target = null);
        model.documentProperty().subscribe(this::show);
    }

    private void show(@Nullable Load<OpenedDocument> load) {
        setVisible(load != null);
        target = null;
        shown = null;
        switch (load) {
            case null -> text.getChildren().clear();
            case Load.Loading<OpenedDocument>() -> {
                title.setText("");
                ProgressIndicator busy = new ProgressIndicator();
                busy.getStyleClass().add("thinking");
                text.getChildren().setAll(busy);
            }
            case Load.Failed<OpenedDocument>(String sentence) -> {
                title.setText("Not open");
                text.getChildren().setAll(label(sentence, "answer-note"));
            }
            case Load.Ready<OpenedDocument>(OpenedDocument document) -> {
                title.setText(document.title());
                title.setTooltip(new Tooltip(document.title()));
                shown = document;
                from = Math.max(0, document.at() - AROUND);
                to = Math.min(document.parts().size(), document.at() + AROUND + 1);
                lay(document, document.at());
                back.requestFocus();
            }
        }
    }

    /** Lays out what is between the ends, with a part in sight. */
    private void lay(OpenedDocument document, int inSight) {
        List<Node> nodes = new ArrayList<>();
        if (!document.note().isEmpty()) {
            nodes.add(label(document.note(), "answer-note"));
        }
        if (from > 0) {
            nodes.add(more("Show what comes before", () -> {
                int first = from;
                from = Math.max(0, from - 2 * AROUND);
                lay(document, first);
            }));
        }
        Node wanted = null;
        for (int i = from; i < to; i++) {
            OpenedDocument.Part part = document.parts().get(i);
            VBox box = box(part, i == document.at());
            if (i == inSight) {
                wanted = box;
            }
            nodes.add(box);
        }
        if (to < document.parts().size()) {
            nodes.add(more("Show what comes after", () -> {
                int last = to - 1;
                to = Math.min(document.parts().size(), to + 2 * AROUND);
                lay(document, last);
            }));
        }
        text.getChildren().setAll(nodes);
        target = wanted;
        if (wanted != null) {
            wanted.boundsInParentProperty().addListener((property, was, is) -> bringIntoSight());
        }
        bringIntoSight();
    }

    private static VBox box(OpenedDocument.Part part, boolean cited) {
        VBox box = new VBox();
        box.getStyleClass().add("document-part");
        if (part.page() > 0) {
            box.getChildren().add(label("Page " + part.page(), "hint"));
        }
        for (OpenedDocument.Heading heading : part.headings()) {
            Label label = label(heading.text(), "document-heading");
            label.getStyleClass().add("depth-" + Math.min(DEEPEST, heading.depth()));
            box.getChildren().add(label);
        }
        Label words = label(part.text(), "answer-text");
        if (cited) {
            words.setId("cited-passage");
            words.getStyleClass().add("cited");
        }
        box.getChildren().add(words);
        return box;
    }

    private static Button more(String words, Runnable action) {
        Button more = new Button(words);
        more.getStyleClass().add("foot-button");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(event -> action.run());
        return more;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** Holds the target near the top until the reader scrolls, however often the layout changes. */
    private void bringIntoSight() {
        Node wanted = target;
        double over = text.getHeight() - scroll.getViewportBounds().getHeight();
        if (wanted == null || shown == null || over <= 0) {
            return;
        }
        Bounds bounds = wanted.getBoundsInParent();
        scroll.setVvalue(Math.clamp((bounds.getMinY() - ABOVE) / over, 0, 1));
    }

    /** Whether what was opened can be read. */
    boolean drawn() {
        return !model.loading();
    }
}
