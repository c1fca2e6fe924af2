package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.signal.TimeSpan;

/** Something that was learned from readings: a scaler, a baseline, a detector. */
public interface Fitted {
    /** What a sentence calls it, such as {@code the scaler of P-101/flow}. */
    String name();

    /** From the first reading that it was learned from to just after the last. */
    TimeSpan fittedOn();
}
