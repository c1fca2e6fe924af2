package dev.watchkeeper.engine.alarm.kpi;

import java.time.Duration;

/**
 * What would have kept the short alarms of a source away, worked out on its own past.
 *
 * @param delay zero where none is suggested
 * @param of alarms of the source that were looked at
 * @param left alarms that the delay would have left of them
 * @param disturbing how many of them were chattering or fleeting
 * @param disturbingLeft how many of these the delay would have left
 * @param longestHidden the longest condition that the delay would have kept from the operator; zero where none
 * @param acknowledgedHidden how many of the hidden ones somebody had acknowledged
 */
public record Suggestion(
        Kind kind,
        Duration delay,
        int of,
        int left,
        int disturbing,
        int disturbingLeft,
        Duration longestHidden,
        int acknowledgedHidden) {
    /** What may be suggested. */
    public enum Kind {
        /** Its alarms last, or are too few to suggest anything. */
        NOTHING,
        /** They are short, and no delay in question keeps enough of them away. */
        NO_DELAY_HELPS,
        /** Annunciate only what has held for the delay. */
        ON_DELAY,
        /** Hold the alarm until the condition has been gone for the delay, so that what comes back within it is no new alarm. */
        OFF_DELAY
    }

    /** Says it with its figures. */
    public String sentence() {
        return switch (kind) {
            case NOTHING -> "Its alarms last: a delay would not help. Mend the cause, or rethink limit and priority.";
            case NO_DELAY_HELPS ->
                "No delay up to " + words(DelaySearch.LONGEST) + " keeps enough of its " + disturbing
                        + " short alarms away. Rethink its limit.";
            case ON_DELAY ->
                "An on-delay of " + words(delay) + " would have left " + left + " of " + of
                        + ". Nothing that lasted longer than " + words(longestHidden) + " would have been hidden"
                        + acknowledged() + ".";
            case OFF_DELAY ->
                "An off-delay of " + words(delay) + " would have left " + left + " of " + of
                        + ", the others as part of these; nothing would have been hidden.";
        };
    }

    private String acknowledged() {
        return acknowledgedHidden == 0 ? "" : "; of what would, " + acknowledgedHidden + " had been acknowledged";
    }

    private static String words(Duration length) {
        long millis = length.toMillis();
        if (millis % 1_000 != 0 && millis < 10_000) {
            return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
        }
        return length.toSeconds() + " s";
    }
}
