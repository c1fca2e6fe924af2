package dev.watchkeeper.app.rules;

import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The dialog of one rule inside the window: what is typed at the left, its rehearsal at the right, and below what can be done. Escape
 * gives up and asks before it loses anything; Enter in a field of one line, and Ctrl with Enter anywhere, does what is next.
 */
final class RuleDialogView extends BorderPane {
    private final RuleDialogViewModel model;
    private final RuleFormView form;
    private final RehearsalView rehearsal;
    private boolean begun;

    RuleDialogView(RuleDialogViewModel model, ZoneId zone, boolean readOnly, Runnable onRouting) {
        this.model = model;
        getStyleClass().addAll("rule-dialog", "settings");
        form = new RuleFormView(model, readOnly, onRouting);
        rehearsal = new RehearsalView(model, zone);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("rule-scroll");
        HBox.setHgrow(rehearsal, Priority.ALWAYS);
        HBox middle = new HBox(scroll, rehearsal);
        middle.getStyleClass().add("rule-middle");
        setTop(head());
        setCenter(middle);
        setBottom(new VBox(asking(), readOnly ? closing() : foot()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The focus can only be taken once the fields have their place. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!begun) {
            begun = true;
            begin();
        }
    }

    void begin() {
        form.begin();
    }

    /** Whether what there is to see is drawn. */
    boolean drawn() {
        return rehearsal.drawn();
    }

    private HBox head() {
        Label title = Nodes.label(model.form().title(), "form-title");
        title.setId("rule-title");
        Button close = Nodes.button("✕", "rule-close", model::cancel);
        close.setAccessibleText("Close");
        close.setFocusTraversable(false);
        return Nodes.line("rule-head", title, Nodes.space(), close);
    }

    private HBox asking() {
        HBox line = Nodes.line(
                "rule-asking",
                Nodes.label("Give up what was typed for this rule?", "question"),
                Nodes.button("Give it up", "rule-discard", model::close),
                Nodes.button("Go on", "rule-go-on", model::goOn));
        model.askingProperty().subscribe(on -> Nodes.show(line, on));
        return line;
    }

    private HBox closing() {
        return Nodes.line("rule-foot", Nodes.space(), Nodes.button("Close", "rule-cancel", model::close));
    }

    private HBox foot() {
        Label reason = Nodes.label("", "hint");
        reason.setId("rule-reason");
        reason.setWrapText(true);
        reason.textProperty().bind(model.reasonProperty());
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        TextField why = new TextField();
        why.setId("rule-why");
        why.setPromptText("Why, for its history (may be empty)");
        why.textProperty().bindBidirectional(model.whyProperty());
        why.setPrefColumnCount(20);
        Hyperlink without = new Hyperlink("Save without rehearsal");
        without.setId("rule-save-without");
        without.setMinWidth(USE_PREF_SIZE);
        without.setOnAction(event -> model.saveWithoutRehearsal());
        Button cancel = Nodes.button("Cancel", "rule-cancel", model::cancel);
        Button save = Nodes.button("Save", "rule-save", model::save);
        save.getStyleClass().add("accent");
        model.stepProperty().subscribe(step -> {
            save.setDisable(step != RuleDialogViewModel.Step.SAVE);
            Nodes.show(without, step == RuleDialogViewModel.Step.REHEARSE);
        });
        return Nodes.line("rule-foot", reason, why, without, cancel, save);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (model.askingProperty().get()) {
                model.goOn();
            } else {
                model.cancel();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && (event.isShortcutDown() || event.getTarget() instanceof TextField)) {
            model.next();
            event.consume();
        }
    }
}
