package dev.watchkeeper.app.models;

import dev.watchkeeper.app.fx.OpenPrompt;
import dev.watchkeeper.app.screen.Formats;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Above the sections: which asset, what watches it, what can be done, and what came of what was done last. */
final class ModelHeadView extends VBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final ModelsViewModel model;
    private final Formats formats;
    private final InstantSource clock;
    private final Label name = Panels.label("", "asset-name");
    private final Label champion = Panels.label("", "champion");
    private final Button retrain = new Button("Retrain");
    private final Button rollBack = new Button("Roll back");
    private final Button fromFile = new Button("Import…");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label percent = Panels.label("", "percent");
    private final Label sentence = Panels.label("", "sentence");
    private final Button cancel = new Button("Cancel");
    private final Button undo = new Button("Undo");
    private final Button dismiss = new Button("Close");
    private final HBox line = new HBox(progress, percent, sentence, Panels.space(), cancel, undo, dismiss);

    ModelHeadView(ModelsViewModel model, Formats formats, InstantSource clock, OpenPrompt open) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        getStyleClass().add("model-head");
        ModelActions actions = model.actions();
        retrain.setId("model-retrain");
        retrain.setOnAction(event -> withRow(actions::retrain));
        retrain.setTooltip(new Tooltip("Train a new version on the readings of this asset; it then runs in shadow"));
        rollBack.setId("model-roll-back");
        rollBack.setOnAction(event -> withRow(actions::rollBack));
        fromFile.setId("model-import");
        fromFile.setTooltip(new Tooltip("Take in a version that another installation exported"));
        fromFile.setOnAction(
                event -> open.ask("Import a model", "*" + RunsView.EXTENSION).ifPresent(actions::importModel));
        cancel.setId("model-cancel");
        cancel.setOnAction(event -> withRow(actions::cancel));
        undo.setId("model-undo");
        undo.setOnAction(event -> actions.undo());
        dismiss.setOnAction(event -> actions.clear());
        for (Button button : new Button[] {retrain, rollBack, fromFile}) {
            button.disableProperty().bind(actions.busyProperty());
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        for (Region fixed : new Region[] {cancel, undo, dismiss, percent, name}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox top = new HBox(name, champion, Panels.space(), retrain, rollBack, fromFile);
        top.getStyleClass().add("head-top");
        line.getStyleClass().add("head-line");
        sentence.tooltipProperty()
                .bind(Bindings.createObjectBinding(() -> new Tooltip(sentence.getText()), sentence.textProperty()));
        getChildren().addAll(top, line);
        Panels.show(fromFile, !actions.readOnly());
        model.currentProperty().subscribe(row -> show());
        actions.outcomeProperty().subscribe(outcome -> show());
    }

    private void show() {
        ModelRow row = model.currentProperty().get();
        if (row != null) {
            show(row);
        }
    }

    private void show(ModelRow row) {
        boolean acting = !model.actions().readOnly();
        HeadLine head = HeadLine.of(row, formats, clock.instant());
        boolean training = head.kind() == HeadLine.Kind.TRAINING;
        name.setText(row.label());
        var deployed = row.card().champion();
        champion.setText(ModelWords.versionFirst(deployed.number())
                + (deployed.isTrained() ? " is champion since " + formats.time(deployed.since(), clock.instant()) : "")
                + (deployed.isRunning() ? "" : ", the detection job has not taken it yet"));
        Panels.show(retrain, acting && !training);
        retrain.getStyleClass().remove("accent");
        if (head.kind() == HeadLine.Kind.ADVICE) {
            retrain.getStyleClass().add("accent");
        }
        Panels.show(rollBack, acting && row.card().previous().isPresent());
        row.card().previous().ifPresent(before -> rollBack.setText("Roll back to " + ModelWords.version(before)));
        show(head, model.actions().outcomeProperty().get());
    }

    private void show(HeadLine head, ModelActions.Outcome outcome) {
        boolean training = head.kind() == HeadLine.Kind.TRAINING;
        boolean said = !training && !outcome.sentence().isEmpty();
        boolean warns = said ? outcome.failed() : head.kind() == HeadLine.Kind.TROUBLE;
        line.pseudoClassStateChanged(WARNING, warns);
        line.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("advice"), !said && head.kind() == HeadLine.Kind.ADVICE);
        Panels.show(progress, training);
        Panels.show(percent, training);
        progress.setProgress(head.done());
        percent.setText(String.format(Locale.ROOT, "%.0f %%", 100 * head.done()));
        sentence.setText(said ? outcome.sentence() : head.sentence());
        Panels.show(cancel, training && !model.actions().readOnly());
        Panels.show(undo, said && outcome.undoOrNull() != null);
        Panels.show(dismiss, said);
    }

    private void withRow(Consumer<ModelRow> action) {
        @Nullable ModelRow row = model.currentProperty().get();
        if (row != null) {
            action.accept(row);
        }
    }
}
