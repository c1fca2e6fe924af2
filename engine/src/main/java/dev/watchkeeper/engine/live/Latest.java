package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.Reading;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest of a sensor.
 *
 * @param arrivedAt when the reading arrived here, by the clock
 * @param unchangedSince event time since which the value has been exactly the same
 * @param usualIntervalMillis the median time between the newest readings, in milliseconds; 0 while unknown
 * @param scoredOrNull the newest score; null while there is none
 */
public record Latest(
        Reading reading,
        Instant arrivedAt,
        Instant unchangedSince,
        long usualIntervalMillis,
        @Nullable ScoredReading scoredOrNull) {
    /** A sensor is silent after this many usual intervals without a reading, */
    private static final int SILENT_INTERVALS = 6;
    /** but not before this many milliseconds. */
    private static final long SILENT_MILLIS = 10_000;
    /** A sensor is stuck after this many usual intervals with exactly the same value. */
    private static final int STUCK_INTERVALS = 90;

    public Optional<ScoredReading> scored() {
        return Optional.ofNullable(scoredOrNull);
    }

    /** The state of the device at a clock time: silent is a failure, a value that never moves asks for maintenance. */
    public DeviceState deviceState(Instant now) {
        if (usualIntervalMillis > 0) {
            long silentAfter = Math.max(SILENT_MILLIS, SILENT_INTERVALS * usualIntervalMillis);
            if (now.toEpochMilli() - arrivedAt.toEpochMilli() > silentAfter) {
                return DeviceState.FAILURE;
            }
            long unchanged = reading.time().toEpochMilli() - unchangedSince.toEpochMilli();
            if (unchanged > STUCK_INTERVALS * usualIntervalMillis) {
                return DeviceState.MAINTENANCE_REQUIRED;
            }
        }
        return DeviceState.GOOD;
    }
}
