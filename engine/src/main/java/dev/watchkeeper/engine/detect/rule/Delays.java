package dev.watchkeeper.engine.detect.rule;

import java.time.Duration;

/**
 * How long a condition has to hold before it is told, and to be gone before that is told, in event time (ISA-18.2: on-delay
 * and off-delay).
 */
public record Delays(Duration on, Duration off) {
    /** The longest delay that can be set. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Told at once. */
    public static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO);

    /** @throws IllegalArgumentException when a delay is negative or longer than {@link #LONGEST} */
    public Delays {
        check("on-delay", on);
        check("off-delay", off);
    }

    private static void check(String what, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " does not lie between 0 and " + LONGEST + ": " + delay);
        }
    }
}
