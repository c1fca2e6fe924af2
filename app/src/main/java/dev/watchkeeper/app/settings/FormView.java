package dev.watchkeeper.app.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The selected thing as a form, with what can be done with it beneath. */
final class FormView extends VBox {
    private final SettingsViewModel model;

    FormView(SettingsViewModel model, FormViewModel form) {
        this.model = model;
        boolean readOnly = model.actions().readOnly();
        getStyleClass().add("settings-form");
        Label title = new Label(form.title());
        title.getStyleClass().add("form-title");
        VBox fields = new VBox();
        fields.getStyleClass().add("form-fields");
        form.fieldsProperty()
                .subscribe(list -> fields.getChildren()
                        .setAll(list.stream()
                                .map(field -> new FieldView(field, form, readOnly))
                                .toList()));
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        if (!readOnly) {
            getChildren().add(buttons(form));
            if (form.draft() instanceof ChannelDraft draft) {
                getChildren().add(new TrialView(model, form, draft));
            }
        }
    }

    private HBox buttons(FormViewModel form) {
        Button save = new Button("Save");
        save.setId("settings-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.disableProperty()
                .bind(form.changedProperty().not().or(model.actions().busyProperty()));
        save.setOnAction(event -> model.save());
        Button revert = new Button("Revert");
        revert.setId("settings-revert");
        revert.disableProperty().bind(form.changedProperty().not());
        revert.setOnAction(event -> model.revert());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(save);
        line.getStyleClass().add("form-buttons");
        if (model.selected().isPresent()) {
            Button remove = new Button("Remove");
            remove.setId("settings-remove");
            remove.setOnAction(event -> model.remove());
            line.getChildren().addAll(revert, space, remove);
        } else {
            Button discard = new Button("Discard");
            discard.setId("settings-discard");
            discard.setOnAction(event -> model.select(null));
            line.getChildren().add(discard);
        }
        return line;
    }
}
