package dev.watchkeeper.engine.alarm;

import java.time.Instant;

/**
 * One line of the journal: what happened to an alarm, when, and by whom. Never changed once written.
 *
 * @param at clock time of the happening
 * @param who the user, or {@code watchkeeper} where the engine acted
 * @param text details, such as the note of an acknowledgment; may be empty
 */
public record JournalEntry(AlarmId alarm, Instant at, Kind kind, String who, String text) {
    /** What can happen to an alarm. */
    public enum Kind {
        RAISED,
        WORSENED,
        RETURNED,
        ACKNOWLEDGED,
        /** Active and acknowledged for so long that it is to be acknowledged again. */
        REALARMED,
        /** A latch was let go. */
        RESET,
        SHELVED,
        UNSHELVED,
        /** Suppressed by design. */
        SUPPRESSED,
        UNSUPPRESSED,
        OUT_OF_SERVICE,
        BACK_IN_SERVICE,
        /** Somebody takes care of it, or nobody any more. */
        ASSIGNED,
        NOTED
    }
}
