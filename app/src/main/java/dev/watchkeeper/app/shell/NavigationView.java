package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.screen.ScreenId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The screens, at the left. */
final class NavigationView extends VBox {
    private final Map<ScreenId, ToggleButton> buttons = new EnumMap<>(ScreenId.class);

    /** @param onAssistant opens the assistant, or closes it */
    NavigationView(Consumer<ScreenId> onChoice, Runnable onAssistant) {
        getStyleClass().add("navigation");
        ToggleGroup group = new ToggleGroup();
        for (ScreenId screen : ScreenId.values()) {
            Region icon = new Region();
            icon.getStyleClass().addAll("icon", screen.name().toLowerCase(Locale.ROOT));
            ToggleButton button = new ToggleButton(screen.label(), icon);
            button.setId("navigate-" + screen.name().toLowerCase(Locale.ROOT));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(screen.label() + "  (Ctrl+" + screen.digit() + ")"));
            button.setOnAction(event -> onChoice.accept(screen));
            buttons.put(screen, button);
            getChildren().add(button);
        }
        Region space = new Region();
        setVgrow(space, Priority.ALWAYS);
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", "assistant-icon");
        Button assistant = new Button("Ask", icon);
        assistant.setId("toggle-assistant");
        assistant.setContentDisplay(ContentDisplay.TOP);
        assistant.setMaxWidth(Double.MAX_VALUE);
        assistant.setTooltip(new Tooltip("Assistant  (F1)"));
        assistant.setOnAction(event -> onAssistant.run());
        getChildren().addAll(space, assistant);
    }

    /** Marks the screen that is shown. */
    void mark(ScreenId screen) {
        buttons.forEach((id, button) -> button.setSelected(id == screen));
    }
}
