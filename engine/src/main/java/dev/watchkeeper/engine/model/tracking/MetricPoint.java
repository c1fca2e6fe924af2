package dev.watchkeeper.engine.model.tracking;

import java.time.Instant;

/**
 * A metric's value at a step of a run.
 *
 * @param name at most 250 characters as {@link TrackedNames} allows them
 * @param step from 0 on
 * @param time when it was measured; kept to the millisecond
 * @param value finite
 */
public record MetricPoint(String name, long step, Instant time, double value) {
    /** @throws IllegalArgumentException when the name is not allowed, the step negative or the value not finite */
    public MetricPoint {
        TrackedNames.check("metric", name);
        if (step < 0 || !Double.isFinite(value)) {
            throw new IllegalArgumentException("metric " + name + " has value " + value + " at step " + step);
        }
        time = Instant.ofEpochMilli(time.toEpochMilli());
    }
}
