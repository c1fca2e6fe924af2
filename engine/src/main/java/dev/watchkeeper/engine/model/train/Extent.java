package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;

/** How many readings there were, and from when to when, in the order of time. Not thread-safe. */
final class Extent {
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private long readings;

    void add(Instant time) {
        if (readings == 0) {
            first = time;
        }
        last = time;
        readings++;
    }

    long readings() {
        return readings;
    }

    /**
     * From the first to just after the last.
     *
     * @throws IllegalStateException when there was no reading
     */
    TimeSpan span() {
        if (readings == 0) {
            throw new IllegalStateException("there was no reading");
        }
        return new TimeSpan(first, last.plusMillis(1));
    }
}
