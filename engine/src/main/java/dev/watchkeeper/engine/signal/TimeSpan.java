package dev.watchkeeper.engine.signal;

import java.time.Duration;
import java.time.Instant;

/** A span of time; the start belongs to it, the end does not. */
public record TimeSpan(Instant start, Instant end) {
    /** @throws IllegalArgumentException when the end is before the start */
    public TimeSpan {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("span ends " + end + " before it starts " + start);
        }
    }

    /** The span of the given length that ends at {@code end}. */
    public static TimeSpan before(Instant end, Duration length) {
        return new TimeSpan(end.minus(length), end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    public boolean overlaps(TimeSpan other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
