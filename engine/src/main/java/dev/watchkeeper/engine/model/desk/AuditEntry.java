package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;

/**
 * A line of the record of what was done to an asset's models. Lines are added, never changed and never taken away.
 *
 * @param at clock time
 * @param who the user, or {@link Models#ENGINE}
 * @param from the version before, where it makes sense; else 0, which also stands for no trained model
 * @param to the version after, likewise
 * @param note the user's words, or details; may be empty
 */
public record AuditEntry(AssetId asset, Instant at, String who, Action action, int from, int to, String note) {
    /** What was done. */
    public enum Action {
        TRAINING_STARTED,
        TRAINED,
        TRAINING_FAILED,
        TRAINING_CANCELLED,
        /** A version began to run in the champion's shadow. */
        CHALLENGED,
        PROMOTED,
        ROLLED_BACK,
        /** The challenger was taken out of the shadow. */
        WITHDRAWN,
        POLICY_CHANGED,
        IMPORTED,
        EXPORTED
    }

    /** @throws IllegalArgumentException when nobody did it */
    public AuditEntry {
        if (who.isBlank()) {
            throw new IllegalArgumentException("an entry about the model of " + asset + " names who did it");
        }
    }
}
