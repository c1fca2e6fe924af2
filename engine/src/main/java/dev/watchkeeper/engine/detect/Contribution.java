package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.signal.SensorId;

/** A sensor's share in a detection's score; the shares of one detection add up to 1. */
public record Contribution(SensorId sensor, double share) {
    /** @throws IllegalArgumentException when the share is not in [0, 1] */
    public Contribution {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of " + sensor + " is not in [0, 1]: " + share);
        }
    }
}
