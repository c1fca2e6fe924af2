package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.signal.TimeSpan;

/** That something fitted was used, and what it was fitted on. */
public record FittedUse(String name, TimeSpan fittedOn) {
    public static FittedUse of(Fitted fitted) {
        return new FittedUse(fitted.name(), fitted.fittedOn());
    }
}
