package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.FolderPrompt;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The folders of documents: which there are, how far they are indexed, and which documents are not found in and why. */
final class KnowledgeView extends VBox {
    private final KnowledgeViewModel model;
    private final Label counts = label("", "knowledge-counts");
    private final Label state = label("", "hint");
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("Stop");
    private final Button refresh = new Button("Refresh");
    private final Button add = new Button("Add folder …");
    private final VBox folders = new VBox();
    private final VBox problems = new VBox();
    private final Label problemTitle = label("", "section-title");
    private @Nullable KnowledgeStatus shown;

    KnowledgeView(KnowledgeViewModel model, FolderPrompt prompt) {
        this.model = model;
        getStyleClass().add("knowledge");
        counts.setId("knowledge-counts");
        state.setId("knowledge-state");
        add.setId("knowledge-add");
        add.setOnAction(event -> prompt.ask("Choose a folder of documents").ifPresent(model::add));
        cancel.setId("knowledge-cancel");
        cancel.setTooltip(new Tooltip("What has been read stays; Refresh goes on"));
        cancel.setOnAction(event -> model.cancel());
        refresh.setId("knowledge-refresh");
        refresh.setOnAction(event -> model.refresh());
        for (Button button : List.of(add, cancel, refresh)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        add.disableProperty().bind(model.busyProperty());
        refresh.disableProperty().bind(model.busyProperty());
        show(add, !model.readOnly());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(label("Documents", "form-title"), space, refresh, add);
        head.getStyleClass().add("section-head");
        HBox running = new HBox(progress, cancel);
        running.getStyleClass().add("knowledge-running");
        running.visibleProperty().bind(cancel.visibleProperty());
        running.managedProperty().bind(cancel.visibleProperty());
        Label said = label("", "answer-note");
        said.setId("knowledge-said");
        said.textProperty().bind(model.sentenceProperty());
        said.visibleProperty().bind(model.sentenceProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        folders.getStyleClass().add("knowledge-lines");
        problems.getStyleClass().add("knowledge-lines");
        getChildren()
                .addAll(
                        head,
                        label(
                                "Answers quote these documents: PDF, Word, HTML, Markdown and plain text. They are read on this"
                                        + " machine and stay on it.",
                                "hint"),
                        counts,
                        state,
                        running,
                        said,
                        folders,
                        problemTitle,
                        problems);
        model.statusProperty().subscribe(this::show);
    }

    private void show(Load<KnowledgeStatus> load) {
        switch (load) {
            case Load.Loading<KnowledgeStatus>() -> state.setText("Loading …");
            case Load.Failed<KnowledgeStatus>(String sentence) -> state.setText(sentence);
            case Load.Ready<KnowledgeStatus>(KnowledgeStatus status) -> show(status);
        }
        if (!(load instanceof Load.Ready<KnowledgeStatus>)) {
            shown = null;
            show(cancel, false);
            show(problemTitle, false);
        }
    }

    private void show(KnowledgeStatus status) {
        if (status.equals(shown)) {
            return;
        }
        shown = status;
        boolean indexing = status.state() == KnowledgeStatus.State.INDEXING;
        counts.setText(number(status.documents(), "document") + ", " + number(status.passages(), "passage"));
        state.setText(status.sentence());
        show(cancel, indexing || status.state() == KnowledgeStatus.State.LOOKING);
        show(refresh, !cancel.isVisible() && !model.readOnly());
        progress.setProgress(indexing ? (double) status.done() / Math.max(1, status.toDo()) : -1);
        if (status.folders().isEmpty()) {
            folders.getChildren()
                    .setAll(label(
                            "No folder of yours yet: answers come from the documents that ship with Watchkeeper. Add the folder"
                                    + " of your runbooks and manuals.",
                            "hint"));
        } else {
            folders.getChildren()
                    .setAll(status.folders().stream().map(this::line).toList());
        }
        problemTitle.setText(
                status.problems().size() == 1
                        ? "1 document with a problem"
                        : status.problems().size() + " documents with a problem");
        show(problemTitle, !status.problems().isEmpty());
        problems.getChildren()
                .setAll(status.problems().stream().map(KnowledgeView::line).toList());
    }

    private Node line(KnowledgeStatus.Folder folder) {
        Path path = folder.path();
        Label name = label(path.toString(), "card-head");
        Label how = label(
                folder.reachable()
                        ? number(folder.documents(), "document")
                        : "Cannot be reached. Its documents are found as they were. Connect it, or remove it.",
                "hint");
        VBox words = new VBox(name, how);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(words);
        line.getStyleClass().add("knowledge-line");
        if (!model.readOnly()) {
            Button remove = new Button("Remove");
            remove.getStyleClass().add("knowledge-remove");
            remove.setMinWidth(Region.USE_PREF_SIZE);
            remove.setAccessibleText("Remove " + path);
            remove.setOnAction(event -> model.remove(path));
            line.getChildren().add(remove);
        }
        return line;
    }

    private static Node line(KnowledgeStatus.Problem problem) {
        VBox words = new VBox(label(problem.name(), "card-head"), label(problem.reason(), "hint"));
        words.getStyleClass().addAll("knowledge-line", "problem");
        return words;
    }

    private static String number(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static void show(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
