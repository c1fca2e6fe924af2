package dev.watchkeeper.engine.label;

import java.time.Instant;

/**
 * A line of the record of labels. Lines are added, never changed and never taken away.
 *
 * @param label the answer that was given or taken back
 * @param who did it; for a given answer who gave it
 * @param at clock time of doing it
 */
public record LabelChange(Action action, Label label, String who, Instant at) {
    /** What was done. */
    public enum Action {
        /** An answer was given; it counts instead of the one before. */
        PUT,
        /** The answer that counted was taken back; the one before it counts again, if there was one. */
        UNDONE
    }

    /** @throws IllegalArgumentException when nobody did it */
    public LabelChange {
        if (who.isBlank()) {
            throw new IllegalArgumentException("a change of label " + label.id() + " names who made it");
        }
    }

    static LabelChange put(Label label) {
        return new LabelChange(Action.PUT, label, label.by(), label.at());
    }

    static LabelChange undone(Label label, String who, Instant at) {
        return new LabelChange(Action.UNDONE, label, who, at);
    }
}
