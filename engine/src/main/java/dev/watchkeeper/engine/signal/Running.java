package dev.watchkeeper.engine.signal;

import java.time.Duration;

/**
 * How it can be told whether an asset runs: by one of its sensors, such as a motor current.
 *
 * @param atLeast the sensor's value, in its unit, from which on the asset runs
 * @param stoppedAfter for how long the value has to be lower before the asset counts as stopped, in event time
 */
public record Running(SensorId sensor, double atLeast, Duration stoppedAfter) {
    /** @throws IllegalArgumentException when the value is not finite, or the time is negative or longer than an hour */
    public Running {
        if (!Double.isFinite(atLeast)) {
            throw new IllegalArgumentException("least value of " + sensor + " at which the asset runs is no number");
        }
        if (stoppedAfter.isNegative() || stoppedAfter.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "time after which " + sensor + " tells of a stop does not lie in 0 to an hour: " + stoppedAfter);
        }
    }
}
