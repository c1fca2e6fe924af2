package dev.watchkeeper.engine.signal;

import java.time.Duration;

/** What ISA-18.2 wants beside every alarm: probable cause, consequence of doing nothing, action, time to respond. */
public record Guidance(String cause, String consequence, String action, Duration timeToRespond) {
    /** @throws IllegalArgumentException when a text is blank or the time is not positive */
    public Guidance {
        if (cause.isBlank() || consequence.isBlank() || action.isBlank()) {
            throw new IllegalArgumentException("guidance needs a cause, a consequence and an action");
        }
        if (timeToRespond.isNegative() || timeToRespond.isZero()) {
            throw new IllegalArgumentException("time to respond is not positive: " + timeToRespond);
        }
    }
}
