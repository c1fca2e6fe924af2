package dev.watchkeeper.app.fx;

import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;

/**
 * A beat on the UI thread in which screens take over what has changed: one change per beat, however much has arrived.
 */
public interface Pulse {
    /** Runs {@code tick} on the UI thread, at most once per {@code interval}, until the subscription is closed. */
    Subscription every(Duration interval, Runnable tick);
}
