package dev.watchkeeper.engine.model.leakage;

import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;

/**
 * A label that was used in a part.
 *
 * @param span the time that it speaks of
 * @param knownAt when it was given
 */
public record LabelUse(AssetId asset, Part part, TimeSpan span, Instant knownAt, Purpose purpose) {
    /** What a label was used for. */
    public enum Purpose {
        /** Something was fitted to it, or measured against it: it must have been known in time. */
        ANSWER,
        /**
         * Readings were left out because of it. Nothing is fitted to it, so it may have been given later; but in a part it
         * can only speak of that part.
         */
        LEAVE_OUT
    }

    /** A label that something was fitted to or measured against. */
    public LabelUse(AssetId asset, Part part, TimeSpan span, Instant knownAt) {
        this(asset, part, span, knownAt, Purpose.ANSWER);
    }
}
