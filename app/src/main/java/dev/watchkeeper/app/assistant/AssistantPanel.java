package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.TextClipboard;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Navigator;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.assistant.answer.Source;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The pane: what was asked and answered, and below it the field for the next question. Enter asks, Esc ends an answer that is being
 * made and else closes the pane, Up brings the last question back.
 */
final class AssistantPanel extends VBox {
    private final AssistantViewModel model;
    private final Navigator navigator;
    private final TextClipboard clipboard;
    private final Formats formats;
    private final InstantSource clock;
    private final VBox talk = new VBox();
    private final ScrollPane scroll = new ScrollPane(talk);
    private final TextField input = new TextField();
    private final Button ask = new Button("Ask");
    private final ToggleButton past = new ToggleButton("Earlier");
    private final DocumentViewModel documents;
    private final DocumentView document;
    private final ConversationList list;
    private final Map<Long, VBox> shown = new HashMap<>();
    private final VBox empty = new VBox();
    private boolean citationWanted;

    AssistantPanel(
            AssistantViewModel model,
            Navigator navigator,
            TextClipboard clipboard,
            Formats formats,
            InstantSource clock,
            Runnable close,
            DocumentViewModel documents) {
        this.model = model;
        this.documents = documents;
        this.navigator = navigator;
        this.clipboard = clipboard;
        this.formats = formats;
        this.clock = clock;
        document = new DocumentView(documents);
        list = new ConversationList(model, formats, clock, () -> past.setSelected(false));
        getStyleClass().add("assistant");
        talk.getStyleClass().add("talk");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        empty.getStyleClass().add("suggestions");
        StackPane middle = new StackPane(scroll, list, document);
        setVgrow(middle, Priority.ALWAYS);
        list.visibleProperty().bind(past.selectedProperty());
        scroll.visibleProperty()
                .bind(past.selectedProperty().or(document.visibleProperty()).not());
        past.selectedProperty().addListener((property, was, is) -> {
            if (is) {
                documents.close();
                list.open();
            }
        });
        getChildren().addAll(head(close), middle, foot());
        model.exchanges().addListener((ListChangeListener<Exchange>) change -> {
            show();
            cite();
        });
        model.busyProperty().addListener((property, was, is) -> busy(is));
        model.screenProperty().addListener((property, was, is) -> show());
        model.alarmProperty().addListener((property, was, is) -> show());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, close));
        talk.heightProperty().addListener((property, was, is) -> showLast());
        show();
    }

    /** Opens the document that the last answer cites first, as soon as there is one. */
    void openCitation() {
        citationWanted = true;
        cite();
    }

    private void cite() {
        if (!citationWanted || model.exchanges().isEmpty()) {
            return;
        }
        Exchange last = model.exchanges().get(model.exchanges().size() - 1);
        if (last.state() instanceof Exchange.Answered answered) {
            citationWanted = false;
            answered.reply().answer().sources().stream()
                    .filter(Source.Document.class::isInstance)
                    .map(Source.Document.class::cast)
                    .findFirst()
                    .ifPresent(documents::open);
        }
    }

    /** Whether what was opened can be read. */
    boolean drawn() {
        return document.drawn() && !citationWanted;
    }

    void focus() {
        input.requestFocus();
    }

    private HBox head(Runnable close) {
        Label title = new Label("Assistant");
        title.getStyleClass().add("pane-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button fresh = new Button("New");
        fresh.setTooltip(new Tooltip("Begin a new conversation"));
        fresh.setOnAction(event -> {
            seeAnswers();
            model.begin();
            focus();
        });
        past.setTooltip(new Tooltip("Earlier conversations"));
        Button shut = new Button("×");
        shut.setAccessibleText("Close the assistant");
        shut.setTooltip(new Tooltip("Close (F1)"));
        shut.setOnAction(event -> close.run());
        Button setup = new Button("Set up");
        setup.setTooltip(new Tooltip("Folders of documents, and a language model of your own"));
        setup.setOnAction(event -> navigator.open(ScreenId.SETTINGS, "assistant"));
        HBox head = new HBox(title, space, fresh, past, setup, shut);
        for (Node button : List.of(fresh, past, setup, shut)) {
            button.getStyleClass().add("foot-button");
        }
        head.getStyleClass().add("assistant-head");
        return head;
    }

    private HBox foot() {
        input.setId("assistant-input");
        input.setPromptText("Ask about alarms, sensors, models or your documents");
        input.setOnAction(event -> send());
        ask.setId("assistant-ask");
        ask.getStyleClass().add("accent");
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(event -> {
            if (model.busyProperty().get()) {
                model.cancel();
            } else {
                send();
            }
        });
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox foot = new HBox(input, ask);
        foot.getStyleClass().add("assistant-foot");
        return foot;
    }

    private void seeAnswers() {
        past.setSelected(false);
        documents.close();
    }

    private void send() {
        String text = input.getText();
        if (!text.isBlank() && !model.busyProperty().get()) {
            seeAnswers();
            model.ask(text);
            input.clear();
        }
    }

    private void busy(boolean is) {
        ask.setText(is ? "Stop" : "Ask");
    }

    private void key(KeyEvent event, Runnable close) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (model.busyProperty().get()) {
                model.cancel();
            } else if (documents.documentProperty().get() != null) {
                documents.close();
                focus();
            } else {
                close.run();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.UP
                && input.isFocused()
                && !model.exchanges().isEmpty()) {
            List<Exchange> all = model.exchanges();
            input.setText(all.get(all.size() - 1).question());
            input.end();
            event.consume();
        }
    }

    private void show() {
        if (model.exchanges().isEmpty()) {
            shown.clear();
            suggest();
            talk.getChildren().setAll(empty);
            return;
        }
        Map<Long, VBox> before = new HashMap<>(shown);
        shown.clear();
        for (Exchange exchange : model.exchanges()) {
            VBox box = before.get(exchange.key());
            if (box == null || !exchange.equals(box.getUserData())) {
                box = new VBox(question(exchange), state(exchange));
                box.getStyleClass().add("exchange");
                box.setUserData(exchange);
            }
            shown.put(exchange.key(), box);
        }
        talk.getChildren()
                .setAll(model.exchanges().stream()
                        .<Node>map(exchange -> shown.get(exchange.key()))
                        .toList());
    }

    /** Brings the last question to the top, so that its answer is read from its beginning. */
    private void showLast() {
        double over = talk.getHeight() - scroll.getViewportBounds().getHeight();
        int last = talk.getChildren().size() - 1;
        if (over > 0 && last >= 0) {
            scroll.setVvalue(Math.min(1, talk.getChildren().get(last).getLayoutY() / over));
        }
    }

    private void suggest() {
        empty.getChildren().setAll(wrapped("Answers come from live data and your documents, on this machine.", "hint"));
        for (String question : model.suggestions()) {
            Button button = new Button(question);
            button.getStyleClass().add("suggestion");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> model.askSuggested(question));
            empty.getChildren().add(button);
        }
    }

    private static HBox question(Exchange exchange) {
        Label text = wrapped(exchange.question(), "question");
        HBox line = new HBox(text);
        line.getStyleClass().add("question-line");
        return line;
    }

    private Node state(Exchange exchange) {
        return switch (exchange.state()) {
            case Exchange.Thinking thinking
            when thinking.words().isEmpty() -> {
                ProgressIndicator busy = new ProgressIndicator();
                busy.getStyleClass().add("thinking");
                yield new HBox(busy, wrapped("Looking …", "hint"));
            }
            case Exchange.Thinking thinking -> wrapped(thinking.words(), "answer-text");
            case Exchange.Answered answered ->
                new AnswerBox(
                        exchange, answered, model, documents::open, navigator, clipboard, formats, clock.instant());
            case Exchange.Kept kept -> wrapped(kept.answer(), "answer-text");
            case Exchange.Failed failed -> wrapped(failed.sentence(), "answer-note");
        };
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
