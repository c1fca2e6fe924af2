package dev.watchkeeper.engine.history;

import java.time.Duration;

/**
 * How much history is kept. Whole weeks (from Monday, UTC) are dropped, the oldest first.
 *
 * @param age weeks that ended longer ago than this are dropped, by the event time of their readings
 * @param bytes the oldest weeks are dropped until all weeks together take at most this much disk; the newest week is
 *     kept however much it takes
 */
public record Retention(Duration age, long bytes) {
    /** @throws IllegalArgumentException when the age or the bytes are not positive */
    public Retention {
        if (age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("age is not positive: " + age);
        }
        if (bytes <= 0) {
            throw new IllegalArgumentException("bytes are not positive: " + bytes);
        }
    }
}
