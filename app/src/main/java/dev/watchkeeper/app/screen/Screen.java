package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;

/** One screen of the console. FX application thread only. */
public interface Screen {
    ScreenId id();

    Parent root();

    /** Lets data flow until the subscription is closed; what is shown stays. */
    Subscription attach();

    /** Whether what there is to see has been loaded and drawn: data, a designed empty state, or a failure. */
    boolean ready();
}
