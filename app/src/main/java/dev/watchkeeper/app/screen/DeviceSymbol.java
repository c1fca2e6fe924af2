package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.live.DeviceState;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The state of a device after NAMUR NE 107: a shape and a letter each; a faint dot when good. */
public final class DeviceSymbol extends StackPane {
    private final Region shape = new Region();
    private final Label letter = new Label();
    private final Tooltip tooltip = new Tooltip();
    private @Nullable DeviceState shown;

    DeviceSymbol() {
        shape.getStyleClass().add("shape");
        letter.getStyleClass().add("letter");
        getChildren().addAll(shape, letter);
        Tooltip.install(this, tooltip);
        show(DeviceState.GOOD);
    }

    public void show(DeviceState state) {
        if (state == shown) {
            return;
        }
        shown = state;
        getStyleClass()
                .setAll("device-symbol", state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        letter.setText(letter(state));
        tooltip.setText("Device: " + Words.of(state));
        setAccessibleText(tooltip.getText());
    }

    private static String letter(DeviceState state) {
        return switch (state) {
            case GOOD -> "";
            case MAINTENANCE_REQUIRED -> "M";
            case OUT_OF_SPECIFICATION -> "S";
            case FUNCTION_CHECK -> "C";
            case FAILURE -> "F";
        };
    }
}
