package dev.watchkeeper.app.rules;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.alarm.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that is typed for a rule, in four parts: what is watched, how it is calmed, what the operator is told, who else is. */
final class RuleFormView extends VBox {
    private final RuleDialogViewModel model;
    private final RuleFormViewModel form;
    private final boolean readOnly;
    private final VBox parts = new VBox();
    private final List<RuleFieldView> fields = new ArrayList<>();
    private final Label explained = Nodes.wrapped("", "hint");
    private final Label replaces = Nodes.wrapped("", "rule-note");
    private final HBox starting = new HBox();
    private final Label startingWords = Nodes.wrapped("", "hint");
    private final Button startingApply = Nodes.button("Use these", "rule-starting-values", this::useStartingValues);
    private final Label derived = Nodes.wrapped("", "hint");
    private final Button deriveApply = Nodes.button("Use it", "rule-priority-derived", this::usePriority);
    private final Label shares = Nodes.wrapped("", "hint");
    private @Nullable Severity severity;

    RuleFormView(RuleDialogViewModel model, boolean readOnly, Runnable onRouting) {
        this.model = model;
        this.readOnly = readOnly;
        form = model.form();
        getStyleClass().add("rule-form");
        parts.getStyleClass().add("rule-parts");
        starting.getStyleClass().add("rule-advice");
        starting.getChildren().addAll(startingWords, Nodes.space(), startingApply);
        getChildren().addAll(kinds(), explained, parts, new TellingView(model.telling(), readOnly, onRouting));
        form.kindProperty().subscribe(this::build);
        form.checkProperty().subscribe(check -> refresh());
    }

    /** Puts the focus where the first thing is to be typed. */
    void begin() {
        fields.stream()
                .filter(field -> !field.input(false).isDisabled())
                .findFirst()
                .ifPresent(field -> field.input(true));
    }

    private FlowPane kinds() {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("rule-kinds");
        ToggleGroup group = new ToggleGroup();
        for (RuleKind kind : RuleKind.values()) {
            ToggleButton button = new ToggleButton(RuleWords.of(kind));
            button.setId("rule-kind-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setToggleGroup(group);
            button.setDisable(readOnly || form.kindFixed());
            button.setOnAction(event -> {
                form.kindProperty().set(kind);
                button.setSelected(true);
            });
            form.kindProperty().subscribe(now -> button.setSelected(now == kind));
            line.getChildren().add(button);
        }
        return line;
    }

    private void build(RuleKind kind) {
        fields.clear();
        explained.setText(RuleWords.explained(kind));
        parts.getChildren().setAll(watched(kind));
        if (kind.fields().contains(RuleField.ON_DELAY)) {
            parts.getChildren().add(calmed(kind));
        }
        parts.getChildren().addAll(urgency(), told());
        refresh();
    }

    private VBox watched(RuleKind kind) {
        List<RuleField> own = kind.fields().stream()
                .filter(field -> switch (field) {
                    case ASSET, SENSOR, LEVEL, LIMIT, RATE, OVER, AFTER, FALSE_ALARMS_PER_DAY -> true;
                    default -> false;
                })
                .toList();
        return part("What is watched", grid(own), replaces);
    }

    private VBox calmed(RuleKind kind) {
        List<RuleField> own = kind.fields().stream()
                .filter(field ->
                        field == RuleField.ON_DELAY || field == RuleField.OFF_DELAY || field == RuleField.DEADBAND)
                .sorted(java.util.Comparator.comparing((RuleField field) -> field == RuleField.DEADBAND))
                .toList();
        return part("Delays and deadband", grid(own), starting);
    }

    private VBox urgency() {
        CheckBox latching = new CheckBox("Stays until somebody resets it");
        latching.setId("rule-latching");
        latching.selectedProperty().bindBidirectional(form.latchingProperty());
        latching.setDisable(readOnly);
        CheckBox enabled = new CheckBox("Switched on");
        enabled.setId("rule-enabled");
        enabled.selectedProperty().bindBidirectional(form.enabledProperty());
        enabled.setDisable(readOnly);
        HBox derive = Nodes.line("rule-advice", derived, Nodes.space(), deriveApply);
        return part(
                "How urgent it is",
                grid(List.of(RuleField.PRIORITY, RuleField.TIME_TO_RESPOND)),
                severities(),
                derive,
                shares,
                Nodes.line("rule-switches", enabled, latching));
    }

    private VBox told() {
        GridPane texts = new GridPane();
        texts.getStyleClass().add("rule-texts");
        int row = 0;
        for (RuleField field : List.of(RuleField.CAUSE, RuleField.CONSEQUENCE, RuleField.ACTION)) {
            RuleFieldView view = field(field);
            GridPane.setHgrow(view, javafx.scene.layout.Priority.ALWAYS);
            texts.add(view, 0, row++);
        }
        return part("What the operator is told", texts, grid(List.of(RuleField.REALARM_AFTER)));
    }

    private HBox severities() {
        ComboBox<Choice> box = new ComboBox<>();
        box.setId("rule-severity");
        box.setPromptText("How bad is it if nobody acts?");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setDisable(readOnly);
        for (Severity each : Severity.values()) {
            box.getItems().add(choice(each));
        }
        if (severity != null) {
            box.setValue(choice(severity));
        }
        box.valueProperty().subscribe((before, chosen) -> {
            severity = Severity.valueOf(chosen.value());
            refresh();
        });
        HBox.setHgrow(box, javafx.scene.layout.Priority.ALWAYS);
        return Nodes.line("field-line", box);
    }

    private static Choice choice(Severity severity) {
        return new Choice(severity.name(), severity.words());
    }

    private GridPane grid(List<RuleField> own) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("rule-grid");
        javafx.scene.layout.ColumnConstraints half = new javafx.scene.layout.ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        for (int i = 0; i < own.size(); i++) {
            grid.add(field(own.get(i)), i % 2, i / 2);
        }
        return grid;
    }

    private RuleFieldView field(RuleField field) {
        RuleFieldView view = new RuleFieldView(form, field, readOnly);
        fields.add(view);
        return view;
    }

    private static VBox part(String title, Node... nodes) {
        VBox part = new VBox(Nodes.label(title, "section-title"));
        part.getChildren().addAll(nodes);
        part.getStyleClass().add("rule-part");
        return part;
    }

    private void refresh() {
        fields.forEach(RuleFieldView::refresh);
        String note = form.replaces().orElse("");
        replaces.setText(note);
        Nodes.show(replaces, !note.isEmpty());
        Optional<RuleAdvice.Proposal> proposal =
                readOnly ? Optional.empty() : model.advice().startingValues();
        startingWords.setText(proposal.map(RuleAdvice.Proposal::sentence).orElse(""));
        Nodes.show(starting, proposal.isPresent());
        shares.setText(model.advice().shares());
        showPriority();
    }

    private void showPriority() {
        Severity bad = severity;
        Optional<Priority> follows =
                bad == null ? Optional.empty() : model.advice().priority(bad);
        derived.setText(
                bad == null
                        ? "ISA-18.2 derives the priority from the worst consequence and the time to respond."
                        : follows.map(priority -> "From that and the time to respond follows "
                                        + dev.watchkeeper.app.screen.Words.of(priority)
                                                .toLowerCase(Locale.ROOT)
                                        + " priority.")
                                .orElse("Give the time to respond, and the priority follows."));
        boolean other = follows.filter(priority ->
                        !priority.name().equals(form.text(RuleField.PRIORITY).get()))
                .isPresent();
        Nodes.show(deriveApply, other && !readOnly);
    }

    private void useStartingValues() {
        model.advice().startingValues().ifPresent(proposal -> model.apply(proposal.texts()));
    }

    private void usePriority() {
        Severity bad = severity;
        if (bad != null) {
            model.advice()
                    .priority(bad)
                    .ifPresent(priority -> form.text(RuleField.PRIORITY).set(priority.name()));
        }
    }
}
