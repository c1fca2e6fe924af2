package dev.watchkeeper.engine.signal;

import java.time.Instant;

/**
 * One value of one sensor at one moment.
 *
 * @param time when it was measured (event time), to the millisecond
 * @param value in the sensor's unit; always finite
 */
public record Reading(SensorId sensor, Instant time, double value, Quality quality) {
    /** @throws IllegalArgumentException when the value is not finite */
    public Reading {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value of " + sensor + " at " + time + " is not finite: " + value);
        }
    }

    public static Reading good(SensorId sensor, Instant time, double value) {
        return new Reading(sensor, time, value, Quality.GOOD);
    }
}
