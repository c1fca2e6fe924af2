package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.chart.LoadChart;
import dev.watchkeeper.app.chart.TrendChart;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.TrendSteering;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.app.screen.Notice;
import dev.watchkeeper.engine.alarm.kpi.Suggestion;
import dev.watchkeeper.engine.alarm.kpi.Verdict;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The rehearsal of a rule: over which span, how far it has come, and what came of it as a picture and in figures. */
final class RehearsalView extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass BEYOND = PseudoClass.getPseudoClass("beyond");

    private final RuleDialogViewModel dialog;
    private final RehearsalViewModel model;
    private final TrendChart chart;
    private final LoadChart load;
    private final Notice notice = new Notice();
    private final VBox result = new VBox();
    private final Label headline = Nodes.wrapped("", "rehearsal-headline");
    private final Label basis = Nodes.label("", "hint");
    private final Label staleNote =
            Nodes.wrapped("The rule has changed since: this is of the one before.", "rule-note");
    private final HBox figures = new HBox();
    private final Label alone = Nodes.wrapped("", "rule-text");
    private final Label together = Nodes.wrapped("", "rule-text");
    private final Label suggestion = Nodes.wrapped("", "rule-text");
    private final Button apply;
    private final HBox advice;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label percent = new Label();
    private final HBox running;

    RehearsalView(RuleDialogViewModel dialog, ZoneId zone) {
        this.dialog = dialog;
        model = dialog.rehearsal();
        getStyleClass().add("rehearsal");
        chart = new TrendChart(
                zone, 0, new TrendPicture(new Viewport(0, 1, false), List.of(), List.of()), TrendSteering.fixed());
        load = new LoadChart(zone);
        chart.setId("rehearsal-chart");
        load.setId("rehearsal-load");
        VBox.setVgrow(chart, Priority.ALWAYS);
        Button rehearse = Nodes.button("Rehearse", "rule-rehearse", dialog::rehearse);
        dialog.stepProperty().subscribe(step -> {
            rehearse.setDisable(step == RuleDialogViewModel.Step.COMPLETE || step == RuleDialogViewModel.Step.WAIT);
            rehearse.getStyleClass().remove("accent");
            if (step == RuleDialogViewModel.Step.REHEARSE) {
                rehearse.getStyleClass().add("accent");
            }
        });
        percent.getStyleClass().add("percent");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        running = Nodes.line(
                "rehearsal-running", bar, percent, Nodes.button("Cancel", "rule-rehearsal-cancel", model::cancel));
        apply = Nodes.button("Apply", "rule-apply-suggestion", this::applySuggestion);
        advice = Nodes.line("rule-advice", suggestion, Nodes.space(), apply);
        headline.setId("rehearsal-headline");
        alone.setId("rehearsal-alone");
        together.setId("rehearsal-together");
        figures.getStyleClass().add("rehearsal-figures");
        Label loadTitle = Nodes.label(
                "Alarms in 10 min, others in grey. ISA-18.2: 1 acceptable, 2 the most, above 10 a flood", "hint");
        loadTitle.setMinWidth(0);
        result.getChildren()
                .addAll(headline, staleNote, figures, chart, loadTitle, load, alone, together, advice, basis);
        result.getStyleClass().add("rehearsal-result");
        StackPane below = new StackPane(result, notice);
        VBox.setVgrow(below, Priority.ALWAYS);
        HBox head = Nodes.line(
                "section-head", Nodes.label("Rehearsal on the past", "section-title"), Nodes.space(), rehearse);
        getChildren().addAll(head, spans(), running, below);
        model.stateProperty().subscribe(this::show);
        dialog.staleProperty().subscribe(stale -> {
            Nodes.show(staleNote, stale);
            pseudoClassStateChanged(STALE, stale);
            rehearse.setText(stale ? "Rehearse again" : "Rehearse");
        });
    }

    /** Whether what there is to see is drawn. */
    boolean drawn() {
        return !(model.stateProperty().get() instanceof RehearsalState.Ready) || chart.showsValues();
    }

    private VBox spans() {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("rehearsal-spans");
        ToggleGroup group = new ToggleGroup();
        for (RehearsalSpan span : RehearsalSpan.values()) {
            ToggleButton button = new ToggleButton(span.label());
            button.setId("rule-span-" + span.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                model.spanProperty().set(span);
                button.setSelected(true);
            });
            model.spanProperty().subscribe(now -> button.setSelected(now == span));
            line.getChildren().add(button);
        }
        TextField from = end(model.fromProperty(), "rule-span-from");
        TextField to = end(model.toProperty(), "rule-span-to");
        Label problem = Nodes.wrapped("", "problem");
        Runnable judge = () -> {
            problem.setText(model.spanProblem());
            Nodes.show(problem, !model.spanProblem().isEmpty());
        };
        model.fromProperty().subscribe(text -> judge.run());
        model.toProperty().subscribe(text -> judge.run());
        HBox ends = Nodes.line("field-line", from, Nodes.label("to", "hint"), to);
        model.spanProperty().subscribe(span -> {
            Nodes.show(ends, span == RehearsalSpan.CHOSEN);
            judge.run();
        });
        VBox box = new VBox(line, ends, problem);
        box.getStyleClass().add("rehearsal-choice");
        return box;
    }

    private static TextField end(javafx.beans.property.StringProperty text, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private void show(RehearsalState state) {
        boolean busy = state instanceof RehearsalState.Running;
        Nodes.show(running, busy);
        boolean ready = state instanceof RehearsalState.Ready;
        Nodes.show(result, ready);
        notice.setVisible(!ready);
        switch (state) {
            case RehearsalState.None() ->
                notice.show(
                        "Not rehearsed yet",
                        "Rehearse replays the past through the alarm logic that runs live, and shows the alarms that this rule would have raised.",
                        false);
            case RehearsalState.Cancelled() ->
                notice.show("Cancelled", "Choose a shorter span if it takes too long.", false);
            case RehearsalState.Failed(String sentence) -> notice.show("Nothing to show", sentence, false);
            case RehearsalState.Running(double done) -> {
                bar.setProgress(done > 0 ? done : ProgressBar.INDETERMINATE_PROGRESS);
                percent.setText(Math.round(100 * done) + " %");
                notice.show("Rehearsing", "The past is being replayed.", false);
            }
            case RehearsalState.Ready came -> show(came);
        }
    }

    private void show(RehearsalState.Ready came) {
        RehearsalWords words = new RehearsalWords(came.rehearsal());
        headline.setText(words.headline());
        basis.setText(words.basis());
        chart.setPicture(came.picture());
        load.setPicture(words.load());
        alone.setText(words.alone());
        together.setText(words.together());
        alone.pseudoClassStateChanged(BEYOND, words.bad());
        figures.getChildren()
                .setAll(words.figures().stream().map(RehearsalView::figure).toList());
        Optional<Suggestion> proposed = words.suggestion();
        suggestion.setText(proposed.map(Suggestion::sentence).orElse(""));
        Nodes.show(advice, proposed.isPresent());
        Nodes.show(
                apply,
                proposed.filter(one ->
                                one.kind() == Suggestion.Kind.ON_DELAY || one.kind() == Suggestion.Kind.OFF_DELAY)
                        .isPresent());
    }

    private static Region figure(RehearsalWords.Figure figure) {
        Label value = Nodes.label(figure.value(), "figure-value");
        value.pseudoClassStateChanged(BEYOND, figure.verdict() == Verdict.BEYOND);
        VBox box = new VBox(
                Nodes.label(figure.label(), "field-label"),
                value,
                Nodes.label(figure.wanted().isEmpty() ? " " : figure.wanted(), "hint"));
        box.getStyleClass().add("figure");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void applySuggestion() {
        if (model.stateProperty().get() instanceof RehearsalState.Ready ready) {
            new RehearsalWords(ready.rehearsal()).suggestion().ifPresent(dialog::apply);
        }
    }
}
