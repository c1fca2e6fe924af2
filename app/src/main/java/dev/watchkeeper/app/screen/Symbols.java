package dev.watchkeeper.app.screen;

import dev.watchkeeper.app.fx.Pulse;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Makes the symbols of alarms and devices, and lets those that need an operator blink in step. FX application thread
 * only.
 *
 * <p>Only the small symbol ever blinks (ISA-101), and not at all where nothing is to move.
 */
public final class Symbols {
    private static final Duration HALF_BLINK = Duration.ofMillis(600);

    private final ReadOnlyBooleanWrapper dimmed = new ReadOnlyBooleanWrapper();

    public PrioritySymbol priority() {
        return new PrioritySymbol(dimmed.getReadOnlyProperty());
    }

    public DeviceSymbol device() {
        return new DeviceSymbol();
    }

    /** Blinks to this pulse until the subscription is closed. */
    public Subscription blink(Pulse pulse) {
        return pulse.every(HALF_BLINK, () -> dimmed.set(!dimmed.get()));
    }

    ReadOnlyBooleanProperty dimmed() {
        return dimmed.getReadOnlyProperty();
    }
}
