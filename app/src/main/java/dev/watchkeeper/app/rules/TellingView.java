package dev.watchkeeper.app.rules;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who would be told of the alarms of a rule, and a test to the first of them with the server's answer. */
final class TellingView extends VBox {
    private static final PseudoClass SENT = PseudoClass.getPseudoClass("sent");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final VBox lines = new VBox();
    private final Button test;
    private final Label answer = Nodes.wrapped("", "test-answer");

    /** @param onRouting leads to where routing is set */
    TellingView(TellingViewModel model, boolean readOnly, Runnable onRouting) {
        getStyleClass().addAll("rule-part", "rule-told");
        lines.getStyleClass().add("told-lines");
        lines.setId("rule-told");
        test = Nodes.button("Send test", "rule-send-test", model::test);
        answer.setId("rule-test-answer");
        answer.setMaxWidth(Double.MAX_VALUE);
        Hyperlink routing = new Hyperlink("Edit routing");
        routing.setId("rule-routing");
        routing.setOnAction(event -> onRouting.run());
        getChildren()
                .addAll(
                        Nodes.label("Who is told", "section-title"),
                        lines,
                        Nodes.line("form-buttons", test, routing),
                        answer);
        model.toldProperty().subscribe(told -> {
            show(told);
            Nodes.show(test, told.firstOrNull() != null && !readOnly);
        });
        model.trialProperty().subscribe(this::show);
    }

    private void show(Told told) {
        lines.getChildren().clear();
        if (!told.sentence().isEmpty()) {
            lines.getChildren().add(Nodes.wrapped(told.sentence(), "hint"));
        }
        for (ToldLine line : told.lines()) {
            lines.getChildren()
                    .add(new VBox(
                            Nodes.wrapped(line.who(), "rule-text"),
                            Nodes.wrapped(line.rule() + ", " + line.when(), "hint")));
        }
    }

    private void show(TellingViewModel.Trial trial) {
        test.setDisable(trial.sending());
        answer.setText(trial.answer());
        answer.pseudoClassStateChanged(SENT, trial.sent());
        answer.pseudoClassStateChanged(WRONG, !trial.sent() && !trial.sending());
        Nodes.show(answer, !trial.answer().isEmpty());
    }
}
