package dev.watchkeeper.app.assistant;

import dev.watchkeeper.engine.assistant.model.ModelSettings;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The fields by which a language model is set up: kind, address, key, model; with a list, a test, and saving. */
final class ModelForm extends VBox {
    private final ModelFormViewModel model;
    private final ComboBox<ModelSettings.Kind> kind = new ComboBox<>();
    private final TextField address = new TextField();
    private final PasswordField key = new PasswordField();
    private final ComboBox<String> name = new ComboBox<>();
    private final Label sentence = new Label();

    ModelForm(ModelFormViewModel model, boolean readOnly) {
        this.model = model;
        getStyleClass().add("model-form");
        kind.getItems().setAll(ModelSettings.Kind.values());
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(ModelSettings.Kind one) {
                return one == null ? "" : one.label();
            }

            @Override
            public ModelSettings.Kind fromString(String text) {
                throw new UnsupportedOperationException("kinds are chosen, not typed");
            }
        });
        kind.setId("model-kind");
        sentence.setId("model-said");
        kind.setMaxWidth(Double.MAX_VALUE);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setEditable(true);
        key.setPromptText("Empty keeps the key that is there");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("answer-note");
        Button list = new Button("List models");
        list.setOnAction(event -> model.list(form(), key.getText()));
        Button test = new Button("Test");
        test.setOnAction(event -> model.test(form(), key.getText()));
        list.setMinWidth(Region.USE_PREF_SIZE);
        test.setMinWidth(Region.USE_PREF_SIZE);
        test.setId("model-test");
        Button save = new Button("Save");
        save.getStyleClass().add("accent");
        save.setDisable(readOnly);
        save.setOnAction(event -> {
            model.save(form(), key.getText());
            key.clear();
        });
        HBox buttons = new HBox(list, test, save);
        buttons.getStyleClass().add("button-group");
        buttons.disableProperty().bind(model.busyProperty());
        Label hint = new Label(
                "Answers never need a language model. With one, your question, its data and the passages found are"
                        + " sent to this address, and nowhere else.");
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        Label title = new Label("Language model");
        title.getStyleClass().add("form-title");
        getChildren()
                .addAll(
                        title,
                        titled("Kind", kind),
                        titled("Address", address),
                        titled("Key", key),
                        titled("Model", name));
        getChildren().addAll(buttons, sentence, hint);
        model.settingsProperty().addListener((property, was, is) -> show(is));
        model.offeredProperty().addListener((property, was, is) -> offer(is));
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.visibleProperty().bind(model.sentenceProperty().isNotEmpty());
        kind.valueProperty().addListener((property, was, is) -> {
            boolean off = is == ModelSettings.Kind.NONE;
            List.<Node>of(address, key, name, list, test).forEach(field -> field.setDisable(off));
        });
        show(model.settingsProperty().get());
    }

    void open() {
        model.load();
    }

    private void show(ModelSettings settings) {
        kind.setValue(settings.kind());
        address.setText(settings.address());
        name.getEditor().setText(settings.model());
    }

    private void offer(List<String> names) {
        name.getItems().setAll(names);
        if (!names.isEmpty() && !names.contains(name.getEditor().getText())) {
            name.setValue(names.get(0));
        }
    }

    private ModelSettings form() {
        ModelSettings.Kind chosen = kind.getValue() == null ? ModelSettings.Kind.NONE : kind.getValue();
        return new ModelSettings(
                chosen,
                address.getText().strip(),
                name.getEditor().getText().strip(),
                model.settingsProperty().get().deadlineSeconds());
    }

    private static VBox titled(String title, Node field) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        return new VBox(label, field);
    }
}
