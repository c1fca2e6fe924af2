package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The symbol of an alarm: its shape, number and colour say how urgent, filled says active, blinking says
 * unacknowledged. So no meaning hangs on colour alone.
 */
public final class PrioritySymbol extends StackPane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double DIMMED = 0.35;

    private final Region shape = new Region();
    private final Label number = new Label();
    private final ObservableBooleanValue dimmed;
    private final ChangeListener<Boolean> blink = (property, before, now) -> paintBlink();
    private @Nullable Priority shown;
    private boolean unacknowledged;

    PrioritySymbol(ObservableBooleanValue dimmed) {
        this.dimmed = dimmed;
        getStyleClass().add("priority-symbol");
        shape.getStyleClass().add("shape");
        number.getStyleClass().add("number");
        getChildren().addAll(shape, number);
        setAccessibleRole(AccessibleRole.TEXT);
        dimmed.addListener(new WeakChangeListener<>(blink));
        setVisible(false);
    }

    /** Shows an alarm. */
    public void show(Priority priority, AlarmState state) {
        setVisible(true);
        if (priority != shown) {
            shown = priority;
            getStyleClass().setAll("priority-symbol", styleClass(priority));
        }
        number.setText(Words.number(priority));
        pseudoClassStateChanged(ACTIVE, state.active());
        pseudoClassStateChanged(OVER, state == AlarmState.NORMAL);
        unacknowledged = !state.acknowledged();
        setAccessibleText(Words.of(priority) + ", " + Words.of(state));
        paintBlink();
    }

    /** Shows a priority as such, as in a legend: filled and still. */
    public void show(Priority priority) {
        show(priority, AlarmState.ACTIVE_ACKNOWLEDGED);
    }

    /** Shows nothing, in the same room. */
    public void clear() {
        setVisible(false);
    }

    /** The style class under which the stylesheet knows a priority. */
    public static String styleClass(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    private void paintBlink() {
        setOpacity(unacknowledged && dimmed.get() ? DIMMED : 1);
    }
}
