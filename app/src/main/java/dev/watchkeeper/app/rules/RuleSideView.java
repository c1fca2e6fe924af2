package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.PrioritySymbol;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.signal.Guidance;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The selected rule: what it tells the operator, what can be done with it, and how it came to be as it is. */
final class RuleSideView extends VBox {
    private final RuleListViewModel model;
    private final Symbols symbols;
    private final VBox facts = new VBox();
    private final HBox buttons = new HBox();
    private final VBox asking = new VBox();

    RuleSideView(RuleListViewModel model, Symbols symbols) {
        this.model = model;
        this.symbols = symbols;
        getStyleClass().addAll("section", "settings-side", "rule-side");
        facts.getStyleClass().add("rule-facts");
        buttons.getStyleClass().add("form-buttons");
        asking.getStyleClass().add("asking");
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(buttons, asking, scroll);
        model.selectedProperty().subscribe(this::show);
        model.askingProperty().subscribe(on -> Nodes.show(asking, on));
    }

    private void show(@Nullable RuleRow row) {
        Nodes.show(this, row != null);
        if (row == null) {
            return;
        }
        Button edit = Nodes.button("Edit", "rule-edit", model::edit);
        edit.getStyleClass().add("accent");
        buttons.getChildren()
                .setAll(
                        edit,
                        Nodes.button(row.enabled() ? "Switch off" : "Switch on", "rule-switch", model::toggle),
                        Nodes.space(),
                        Nodes.button("Remove …", "rule-remove", model::askToRemove));
        buttons.getChildren()
                .forEach(button -> button.disableProperty().bind(model.actions().busyProperty()));
        Nodes.show(buttons, !model.actions().readOnly());
        asking.getChildren()
                .setAll(
                        Nodes.wrapped(
                                "Remove “" + row.name() + ": " + row.condition()
                                        + "”? Its open alarms return; its history stays.",
                                "question"),
                        Nodes.line(
                                "form-buttons",
                                Nodes.button("Remove the rule", "rule-remove-confirm", model::remove),
                                Nodes.button("Keep it", "rule-remove-keep", model::keep)));
        PrioritySymbol symbol = symbols.priority();
        symbol.show(row.priority());
        Guidance guidance = row.rule().guidance();
        facts.getChildren()
                .setAll(
                        Nodes.wrapped(row.name(), "form-title"),
                        Nodes.line(
                                "rule-priority",
                                symbol,
                                Nodes.label(
                                        Words.of(row.priority()) + " priority"
                                                + (row.enabled() ? "" : ", switched off"),
                                        "rule-text")),
                        fact("Alarm when it", row.condition()),
                        fact("Delays, deadband", row.damping()),
                        fact("Probable cause", guidance.cause()),
                        fact("Consequence of doing nothing", guidance.consequence()),
                        fact("What to do", guidance.action()),
                        fact("Time to respond", RuleWords.timeToRespond(guidance)),
                        Nodes.label("History", "section-title"));
        row.versions().forEach(change -> facts.getChildren().add(version(change)));
    }

    private static Node fact(String label, String text) {
        VBox box = new VBox(Nodes.label(label, "field-label"), Nodes.wrapped(text, "rule-text"));
        box.getStyleClass().add("rule-fact");
        return box;
    }

    private static Node version(RuleChange change) {
        VBox box = new VBox(Nodes.wrapped(change.head(), "field-label"), Nodes.wrapped(change.what(), "rule-text"));
        if (!change.why().isEmpty()) {
            box.getChildren().add(Nodes.wrapped(change.why(), "hint"));
        }
        box.getStyleClass().add("rule-version");
        return box;
    }
}
