package dev.watchkeeper.stream.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Turns a growing total into a rate, over the last second or more. Thread-safe. */
public final class Rate {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final InstantSource clock;
    private Instant since;
    private long before;
    private double perSecond;

    public Rate(InstantSource clock) {
        this.clock = clock;
        since = clock.instant();
    }

    /** The rate at which the total grows; 0 within the first second. */
    public synchronized double perSecond(long total) {
        Instant now = clock.instant();
        Duration elapsed = Duration.between(since, now);
        if (elapsed.compareTo(SHORTEST) >= 0) {
            perSecond = (total - before) * 1e9 / elapsed.toNanos();
            before = total;
            since = now;
        }
        return perSecond;
    }
}
