package dev.watchkeeper.app.rules;

import dev.watchkeeper.engine.alarm.rule.RuleField;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field of a rule: what it is called, where it is typed or chosen, its unit, and beneath that what is wrong with it. */
final class RuleFieldView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int LINES = 2;

    private final RuleFormViewModel form;
    private final RuleField field;
    private final StringProperty text;
    private final Label unit = new Label();
    private final Control input;
    private boolean filling;

    RuleFieldView(RuleFormViewModel form, RuleField field, boolean readOnly) {
        this.form = form;
        this.field = field;
        text = form.text(field);
        getStyleClass().add("rule-field");
        Label name = Nodes.label(RuleWords.label(field), "field-label");
        name.setTooltip(new Tooltip(explained(field)));
        input = input();
        input.setId("rule-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        input.setMaxWidth(Double.MAX_VALUE);
        input.setDisable(readOnly || form.fixed(field));
        input.setAccessibleText(RuleWords.label(field));
        name.setLabelFor(input);
        input.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                form.left(field);
            }
        });
        input.setMinWidth(0);
        unit.getStyleClass().add("field-unit");
        unit.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(input, unit);
        line.getStyleClass().add("field-line");
        HBox.setHgrow(input, Priority.ALWAYS);
        Label problem = Nodes.wrapped("", "problem");
        problem.setId("rule-problem-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        form.problem(field).subscribe(sentence -> {
            problem.setText(sentence);
            Nodes.show(problem, !sentence.isEmpty());
            input.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
            input.setAccessibleHelp(sentence);
        });
        getChildren().addAll(name, line, problem);
        refresh();
    }

    /** Takes over choices and unit, which follow from what stands in other fields. */
    void refresh() {
        String symbol = form.unit(field);
        unit.setText(symbol);
        Nodes.show(unit, !symbol.isEmpty());
        if (input instanceof ComboBox<?> any) {
            fill(any);
        }
    }

    Node input(boolean focus) {
        if (focus) {
            input.requestFocus();
        }
        return input;
    }

    private Control input() {
        return switch (field) {
            case ASSET, SENSOR, LEVEL, PRIORITY -> choice();
            case CAUSE, CONSEQUENCE, ACTION -> area();
            default -> typed(new TextField());
        };
    }

    private Control typed(TextInputControl control) {
        control.textProperty().bindBidirectional(text);
        control.setPromptText(prompt(field));
        return control;
    }

    /** Tab leads on from it, as in every other field; Enter is left to the dialog, with Shift it breaks the line. */
    private Control area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(LINES);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.fireEvent(new KeyEvent(
                        event.getSource(),
                        event.getTarget(),
                        event.getEventType(),
                        event.getCharacter(),
                        event.getText(),
                        event.getCode(),
                        event.isShiftDown(),
                        true,
                        event.isAltDown(),
                        event.isMetaDown()));
                event.consume();
            }
        });
        return typed(area);
    }

    private Control choice() {
        ComboBox<Choice> box = new ComboBox<>();
        box.valueProperty().subscribe(choice -> {
            if (!filling && choice != null) {
                text.set(choice.value());
            }
        });
        text.subscribe(value -> select(box));
        return box;
    }

    @SuppressWarnings("unchecked") // It was made in choice().
    private void fill(ComboBox<?> any) {
        ComboBox<Choice> box = (ComboBox<Choice>) any;
        List<Choice> choices = form.choices(field);
        if (!choices.equals(box.getItems())) {
            filling = true;
            box.getItems().setAll(choices);
            filling = false;
        }
        select(box);
    }

    private void select(ComboBox<Choice> box) {
        filling = true;
        box.setValue(box.getItems().stream()
                .filter(choice -> choice.value().equalsIgnoreCase(text.get().strip()))
                .findFirst()
                .orElse(null));
        filling = false;
    }

    private static String prompt(RuleField field) {
        return switch (field) {
            case ON_DELAY, OFF_DELAY -> "such as 15 s";
            case TIME_TO_RESPOND, REALARM_AFTER -> "such as 30 min";
            case AFTER -> "such as 5 min";
            case OVER -> "such as 1 min";
            case FALSE_ALARMS_PER_DAY -> "such as 0.7";
            case CAUSE -> "What most often leads to it";
            case CONSEQUENCE -> "What happens if nobody acts, and how soon";
            case ACTION -> "What the operator does first";
            default -> "";
        };
    }

    private static String explained(RuleField field) {
        return switch (field) {
            case ON_DELAY -> "How long it has to hold before it is told. Keeps short ones away.";
            case OFF_DELAY ->
                "How long it has to be gone before the alarm returns. Keeps one from coming again and again.";
            case DEADBAND -> "How far the value has to come back from the limit before it counts as inside.";
            case OVER -> "The rate is taken over at least this long.";
            case TIME_TO_RESPOND -> "How long the operator has before the consequence cannot be kept away.";
            case REALARM_AFTER -> "How long after its acknowledgment it is told anew while it holds; empty for never.";
            case FALSE_ALARMS_PER_DAY ->
                "A finding counts when normal operation is expected to look as unusual at most this often.";
            default -> RuleWords.label(field);
        };
    }
}
