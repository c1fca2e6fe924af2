package dev.watchkeeper.engine.notify.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and when sending is tried again: after {@code first}, then after twice as long each time, up to
 * {@code longest}; of each wait a random half is left out at most, so that many who wait do not come back at once.
 *
 * @param mostTries after which a message is given up
 * @param mostAge after which a message is given up when a try fails; each is tried once at least
 */
public record RetryPolicy(Duration first, Duration longest, int mostTries, Duration mostAge) {
    /** From 5 s to 15 min, for a day. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(15), 200, Duration.ofHours(24));

    private static final int MOST_DOUBLINGS = 30;

    /** Checks that there is something to wait and to try. */
    public RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits from " + first + " to " + longest + " do not grow");
        }
        if (mostTries < 1 || mostAge.isNegative()) {
            throw new IllegalArgumentException("a message is tried once at least, not " + mostTries + " times");
        }
    }

    /** How long to wait after so many tries. */
    Duration wait(int tries, RandomGenerator random) {
        double doubled = (double) first.toMillis() * Math.pow(2, Math.min(tries - 1, MOST_DOUBLINGS));
        double most = Math.min(doubled, (double) longest.toMillis());
        return Duration.ofMillis((long) (most / 2 + random.nextDouble() * most / 2));
    }
}
