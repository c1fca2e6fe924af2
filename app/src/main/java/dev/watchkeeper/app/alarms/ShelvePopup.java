package dev.watchkeeper.app.alarms;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks why and for how long something is shelved: a click for the reason, a click for the time, and it is done. */
final class ShelvePopup extends VBox {
    private static final List<String> REASONS =
            List.of("Chattering", "Known, work order exists", "Sensor under repair", "Test or start-up");

    private final ToggleGroup reasons = new ToggleGroup();
    private final TextField another = new TextField();
    private final ToggleButton once = new ToggleButton("Until it returns");

    /** Told what was chosen. */
    @FunctionalInterface
    interface Choice {
        /**
         * Shelves.
         *
         * @param once whether the shelf also ends when the alarm returns to normal
         */
        void made(String reason, boolean once, ShelfTime time);
    }

    ShelvePopup(String what, List<ShelfTime> times, Choice choice) {
        getStyleClass().add("shelve-popup");
        Label title = new Label("Shelve " + what);
        title.getStyleClass().add("popup-title");
        title.setWrapText(true);
        Label sentence = new Label("Hidden from list and notifications; still watched and journalled.");
        sentence.getStyleClass().add("popup-message");
        sentence.setWrapText(true);
        FlowPane why = new FlowPane();
        why.getStyleClass().add("popup-choices");
        for (int i = 0; i < REASONS.size(); i++) {
            ToggleButton reason = new ToggleButton(REASONS.get(i));
            reason.setId("shelve-reason-" + (i + 1));
            reason.setToggleGroup(reasons);
            reason.setUserData(REASONS.get(i));
            why.getChildren().add(reason);
        }
        another.setId("shelve-reason-text");
        another.setPromptText("Another reason");
        another.textProperty().subscribe(text -> {
            if (!text.isBlank()) {
                reasons.selectToggle(null);
            }
        });
        ToggleButton timed = new ToggleButton("For the time");
        ToggleGroup how = new ToggleGroup();
        timed.setId("shelve-timed");
        once.setId("shelve-once");
        timed.setToggleGroup(how);
        once.setToggleGroup(how);
        how.selectToggle(timed);
        how.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                how.selectToggle(before);
            }
        });
        HBox ways = new HBox(timed, once);
        ways.getStyleClass().add("button-group");
        getChildren()
                .addAll(
                        title,
                        sentence,
                        heading("Why"),
                        why,
                        another,
                        heading("How"),
                        ways,
                        heading("How long at most"),
                        times(times, choice));
    }

    private FlowPane times(List<ShelfTime> times, Choice choice) {
        BooleanBinding noReason = Bindings.createBooleanBinding(
                () -> reason().isEmpty(), reasons.selectedToggleProperty(), another.textProperty());
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("popup-choices");
        List<Button> all = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            ShelfTime time = times.get(i);
            Button button = new Button(time.label());
            button.setId("shelve-time-" + (i + 1));
            button.disableProperty().bind(noReason);
            button.setOnAction(event -> choice.made(reason(), once.isSelected(), time));
            all.add(button);
        }
        buttons.getChildren().setAll(all);
        return buttons;
    }

    private String reason() {
        return reasons.getSelectedToggle() == null
                ? another.getText().strip()
                : String.valueOf(reasons.getSelectedToggle().getUserData());
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }
}
