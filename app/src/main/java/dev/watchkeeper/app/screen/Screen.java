package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;

/** One screen of the console. FX application thread only. */
public interface Screen {
    ScreenId id();

    Parent root();

    /** Lets data flow until the subscription is closed; what is shown stays. */
    Subscription attach();

    /**
     * Shows a part of it, such as a tab.
     *
     * @throws IllegalArgumentException when it has none of that name
     */
    default void showPart(String part) {
        throw new IllegalArgumentException(id().label() + " has no part " + part);
    }

    /** Whether what there is to see has been loaded and drawn: data, a designed empty state, or a failure. */
    boolean ready();
}
