package dev.watchkeeper.engine.model.tracking.mlflow;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: twice as long after each, with a random part so that several programs do not
 * return at the same moment.
 *
 * @param first after the first failure, at most
 * @param most after however many
 * @param idle how often to look for what other processes have written
 */
public record Backoff(Duration first, Duration most, Duration idle) {
    /** For a server on a network: 2 s to 5 min. */
    public static final Backoff USUAL =
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofSeconds(30));

    private static final int MOST_DOUBLINGS = 30;

    /** @throws IllegalArgumentException when a duration is not positive or the first longer than the most */
    public Backoff {
        if (first.isZero() || first.isNegative() || idle.isZero() || idle.isNegative() || first.compareTo(most) > 0) {
            throw new IllegalArgumentException("back-off from " + first + " to " + most + ", idle " + idle);
        }
    }

    /** Between half of it and the whole of it, where it doubles with each failure. */
    Duration after(int failures, RandomGenerator random) {
        double whole = (double) first.toMillis() * Math.pow(2, Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        double capped = Math.min((double) most.toMillis(), whole);
        return Duration.ofMillis(Math.max(1, Math.round(capped * (0.5 + random.nextDouble() / 2))));
    }
}
