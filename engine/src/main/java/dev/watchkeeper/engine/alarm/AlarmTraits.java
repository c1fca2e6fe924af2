package dev.watchkeeper.engine.alarm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an alarm behaves.
 *
 * @param latching whether it stays after its condition has ended until somebody resets it
 * @param realarmAfterOrNull how long after its acknowledgment, by the clock, it is to be acknowledged again while its condition
 *     holds; null for never
 */
public record AlarmTraits(boolean latching, @Nullable Duration realarmAfterOrNull) {
    /** No latch, no re-alarm. */
    public static final AlarmTraits PLAIN = new AlarmTraits(false, null);

    /** @throws IllegalArgumentException when the time is not positive */
    public AlarmTraits {
        if (realarmAfterOrNull != null && (realarmAfterOrNull.isNegative() || realarmAfterOrNull.isZero())) {
            throw new IllegalArgumentException("re-alarm time is not positive: " + realarmAfterOrNull);
        }
    }

    public Optional<Duration> realarmAfter() {
        return Optional.ofNullable(realarmAfterOrNull);
    }
}
