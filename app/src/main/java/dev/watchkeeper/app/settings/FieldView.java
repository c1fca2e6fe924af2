package dev.watchkeeper.app.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field of a form: its name, what can be entered, and beneath that what is wrong with it. */
final class FieldView extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double MOST_HINT = 34;

    private final Field field;
    private final StringProperty text;
    private boolean filling;

    FieldView(Field field, FormViewModel form, boolean readOnly) {
        this.field = field;
        text = form.textProperty(field.name());
        getStyleClass().add("form-field");
        Label name = new Label(field.label());
        name.getStyleClass().add("form-label");
        Node input = input(readOnly);
        Label problem = new Label();
        problem.setId("problem-" + field.name());
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        form.problemProperty(field.name()).subscribe(sentence -> {
            problem.setText(sentence);
            problem.setVisible(!sentence.isEmpty());
            problem.setManaged(!sentence.isEmpty());
            input.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        });
        VBox right = new VBox(input, problem);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(name, right);
    }

    private Node input(boolean readOnly) {
        return switch (field.kind()) {
            case TEXT -> text(new TextField(), readOnly);
            case SECRET -> text(new PasswordField(), readOnly);
            case ONE -> one(readOnly);
            case SEVERAL -> several(readOnly);
            case FIXED -> fixed();
        };
    }

    private Node text(TextField input, boolean readOnly) {
        input.setId("field-" + field.name());
        input.setPromptText(field.hint());
        input.textProperty().bindBidirectional(text);
        input.setEditable(!readOnly);
        if (field.hint().length() > MOST_HINT) {
            input.setTooltip(new javafx.scene.control.Tooltip(field.hint()));
        }
        return input;
    }

    private Node one(boolean readOnly) {
        ComboBox<Field.Choice> input = new ComboBox<>();
        input.setId("field-" + field.name());
        input.setMaxWidth(Double.MAX_VALUE);
        input.getItems().setAll(field.choices());
        input.setDisable(readOnly);
        text.subscribe(value -> {
            filling = true;
            input.setValue(field.choices().stream()
                    .filter(choice -> choice.value().equals(value))
                    .findFirst()
                    .orElse(null));
            filling = false;
        });
        input.valueProperty().subscribe(choice -> {
            if (!filling && choice != null) {
                text.set(choice.value());
            }
        });
        return input;
    }

    private Node several(boolean readOnly) {
        FlowPane boxes = new FlowPane();
        boxes.setId("field-" + field.name());
        boxes.getStyleClass().add("choices");
        for (Field.Choice choice : field.choices()) {
            CheckBox box = new CheckBox(choice.label());
            box.setDisable(readOnly);
            box.setSelected(text.get().lines().anyMatch(choice.value()::equals));
            box.selectedProperty().subscribe((before, on) -> put(choice.value(), on));
            boxes.getChildren().add(box);
        }
        if (!field.hint().isEmpty()) {
            Label hint = new Label(field.hint());
            hint.getStyleClass().add("hint");
            boxes.getChildren().add(hint);
        }
        return boxes;
    }

    private void put(String value, boolean on) {
        List<String> chosen = new ArrayList<>(text.get().lines().toList());
        chosen.remove(value);
        if (on) {
            chosen.add(value);
        }
        text.set(Values.joined(chosen));
    }

    private Node fixed() {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add("fixed");
        return label;
    }
}
