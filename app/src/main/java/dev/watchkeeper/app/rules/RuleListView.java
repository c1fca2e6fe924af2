package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.app.screen.Symbols;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of rules, and the selected one at its right. */
final class RuleListView extends HBox {
    private final RuleListViewModel model;
    private final RuleTable table;
    private final Notice notice = new Notice();

    RuleListView(RuleListViewModel model, Symbols symbols) {
        this.model = model;
        getStyleClass().add("rules");
        table = new RuleTable(symbols, row -> model.select(row.id()), model::edit);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.edit();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                model.askToRemove();
                event.consume();
            }
        });
        TextField filter = new TextField();
        filter.setId("rule-filter");
        filter.setPromptText("Filter");
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox head = Nodes.line("section-head", Nodes.label("Alarm rules", "form-title"), Nodes.space(), filter);
        if (!model.actions().readOnly()) {
            head.getChildren().add(create());
        }
        StackPane lines = new StackPane(table, notice);
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox middle = new VBox(
                head,
                Nodes.wrapped(
                        "What raises alarms, how urgent they are, and what they tell the operator. Each rule can be tried on the past before it is saved.",
                        "hint"),
                lines);
        middle.getStyleClass().addAll("section", "settings-lines");
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(middle, new RuleSideView(model, symbols));
        model.rowsProperty().subscribe(this::show);
        model.selectedProperty().subscribe(row -> show(model.rowsProperty().get()));
    }

    private MenuButton create() {
        MenuButton button = new MenuButton("New rule");
        button.setId("rule-new");
        button.setMinWidth(USE_PREF_SIZE);
        for (RuleKind kind : RuleKind.values()) {
            MenuItem item = new MenuItem(RuleWords.of(kind));
            item.setId("rule-new-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.setOnAction(event -> model.create(kind));
            button.getItems().add(item);
        }
        return button;
    }

    private void show(Load<List<RuleRow>> load) {
        switch (load) {
            case Load.Loading<List<RuleRow>>() -> notice("Loading", "The rules are on their way.", true);
            case Load.Failed<List<RuleRow>>(String sentence) -> notice("Not there", sentence, false);
            case Load.Ready<List<RuleRow>>(List<RuleRow> rows) -> {
                if (!rows.isEmpty()) {
                    notice.setVisible(false);
                    table.setVisible(true);
                    table.show(rows, model.selectedProperty().get());
                } else if (model.count() == 0) {
                    notice(
                            "No rules yet",
                            "Press New rule here, or drag the handle at the right of a lane on Trends to a value.",
                            false);
                } else {
                    notice(
                            "No such rule",
                            "None of the " + model.count() + " rules has these words. Clear the filter.",
                            false);
                }
            }
        }
    }

    private void notice(String heading, String sentence, boolean busy) {
        notice.show(heading, sentence, busy);
        table.setVisible(false);
    }
}
