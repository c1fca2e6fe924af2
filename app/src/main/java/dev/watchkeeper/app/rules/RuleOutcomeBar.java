package dev.watchkeeper.app.rules;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** At the foot of the window, just after a rule was changed: what has changed, and a button that takes it back. */
public final class RuleOutcomeBar extends HBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    public RuleOutcomeBar(RuleActions actions) {
        getStyleClass().addAll("label-bar", "rule-outcome");
        Label sentence = Nodes.label("", "rule-text");
        sentence.setId("rule-outcome");
        Button undo = Nodes.button("Undo", "rule-undo", actions::undo);
        Button close = Nodes.button("Close", "rule-outcome-close", actions::dismiss);
        getChildren().addAll(sentence, undo, Nodes.space(), close);
        actions.outcomeProperty().subscribe(outcome -> {
            sentence.setText(outcome.sentence());
            Nodes.show(undo, outcome.undoOrNull() != null);
            Nodes.show(this, !outcome.sentence().isEmpty());
            pseudoClassStateChanged(FAILED, outcome.failed());
        });
    }
}
