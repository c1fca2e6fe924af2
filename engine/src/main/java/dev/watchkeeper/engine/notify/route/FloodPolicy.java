package dev.watchkeeper.engine.notify.route;

import java.time.Duration;

/**
 * When alarms are told in digests in place of one by one. A flood begins when more than {@code begins} alarms are raised
 * within the window and ends when fewer than {@code ends} are (ISA-18.2: 10 and 5 within 10 minutes).
 *
 * @param gather how long after its beginning the first digest waits, so that it tells of more than one alarm
 * @param interval the least time between two digests of a channel
 */
public record FloodPolicy(int begins, int ends, Duration window, Duration gather, Duration interval) {
    public static final FloodPolicy STANDARD =
            new FloodPolicy(10, 5, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** @throws IllegalArgumentException when it would end before it begins, or a time is not positive */
    public FloodPolicy {
        if (ends < 1 || begins < ends) {
            throw new IllegalArgumentException("a flood that begins above " + begins + " cannot end below " + ends);
        }
        if (!positive(window) || !positive(interval) || gather.isNegative()) {
            throw new IllegalArgumentException("window and interval of a flood are positive times");
        }
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
