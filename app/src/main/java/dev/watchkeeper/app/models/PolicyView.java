package dev.watchkeeper.app.models;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** When a model is trained by itself. */
final class PolicyView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final PolicyViewModel policy;
    private final boolean readOnly;

    PolicyView(ModelsViewModel model) {
        policy = model.policy();
        readOnly = model.actions().readOnly();
        getStyleClass().addAll("tab-content", "policy");
        Button save = new Button("Save policy");
        save.setId("policy-save");
        save.getStyleClass().add("accent");
        save.disableProperty()
                .bind(policy.saveableProperty().not().or(model.actions().busyProperty()));
        save.setOnAction(event -> {
            ModelRow row = model.currentProperty().get();
            if (row != null) {
                policy.edited().ifPresent(edited -> model.actions().setPolicy(row, edited));
            }
        });
        Button revert = new Button("Revert");
        revert.setOnAction(event -> policy.revert());
        HBox buttons = new HBox(save, revert);
        buttons.getStyleClass().add("button-group");
        Panels.show(buttons, !readOnly);
        getChildren()
                .addAll(
                        Panels.label(
                                "Retrain by itself. What is not ticked is proposed at most; a new version always runs in"
                                        + " shadow first and is never promoted by itself.",
                                "hint"),
                        line(box("when the asset drifts", policy.onDriftProperty(), "policy-drift")),
                        line(
                                box(
                                        "when F1 of the last 30 days falls below",
                                        policy.onScoreProperty(),
                                        "policy-score"),
                                field(PolicyViewModel.Field.F1_LIMIT),
                                new Label("over at least"),
                                field(PolicyViewModel.Field.FEWEST_LABELS),
                                new Label("answers"),
                                problem(PolicyViewModel.Field.F1_LIMIT),
                                problem(PolicyViewModel.Field.FEWEST_LABELS)),
                        line(
                                box(
                                        "when the newest version is older than",
                                        policy.onScheduleProperty(),
                                        "policy-schedule"),
                                field(PolicyViewModel.Field.EVERY_DAYS),
                                new Label("days"),
                                problem(PolicyViewModel.Field.EVERY_DAYS)),
                        line(
                                new Label("At least"),
                                field(PolicyViewModel.Field.PAUSE_HOURS),
                                new Label("hours between two trainings that nobody asked for"),
                                problem(PolicyViewModel.Field.PAUSE_HOURS)),
                        buttons);
    }

    private CheckBox box(String text, javafx.beans.property.BooleanProperty on, String id) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.selectedProperty().bindBidirectional(on);
        box.setDisable(readOnly);
        return box;
    }

    private TextField field(PolicyViewModel.Field field) {
        TextField text = new TextField();
        text.setId("policy-" + field.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        text.getStyleClass().add("number-field");
        text.textProperty().bindBidirectional(policy.textProperty(field));
        text.setDisable(readOnly);
        policy.problemProperty(field).subscribe(problem -> text.pseudoClassStateChanged(WRONG, !problem.isEmpty()));
        return text;
    }

    private Label problem(PolicyViewModel.Field field) {
        Label label = Panels.label("", "problem");
        label.textProperty().bind(policy.problemProperty(field));
        return label;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("policy-line");
        return line;
    }
}
