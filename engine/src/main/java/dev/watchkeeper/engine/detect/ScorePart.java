package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.signal.SensorId;

/**
 * One of the comparisons of which a score is made. The shares of all parts of a score add up to 1, and those of a sensor to
 * its {@link Contribution}.
 *
 * @param samples on how many samples it rests; 0 where that is not a fixed number
 * @param size how unusual by this comparison alone. {@code LEVEL} and {@code SHAPE}: the distance from the nearest earlier
 *     window over what that distance usually is. {@code RANGE}: how far outside the range seen before, in spreads.
 *     {@code BASELINE}: how far from the baseline, in scales. {@code RELATION}: the root of what the correlations add to the
 *     squared distance, in scales
 * @param share of the score, in [0, 1]
 */
public record ScorePart(SensorId sensor, Kind kind, int samples, double size, double share) {
    /** What is compared. */
    public enum Kind {
        /** The value, with the range of values so far. */
        RANGE,
        /** The mean of the newest samples, with all such means before. */
        LEVEL,
        /** The course of the newest samples, with all such courses before. */
        SHAPE,
        /** The sensor, with its own baseline. */
        BASELINE,
        /** The sensor, with what the others of its asset would let expect. */
        RELATION;

        /** Whether a sensor is compared with its own past, stretch by stretch. */
        public boolean withOwnPast() {
            return this == LEVEL || this == SHAPE;
        }
    }

    /** @throws IllegalArgumentException when the share is not in [0, 1], or the size is less than 0 or not a number */
    public ScorePart {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of " + kind + " of " + sensor + " is not in [0, 1]: " + share);
        }
        if (!(size >= 0)) {
            throw new IllegalArgumentException("size of " + kind + " of " + sensor + " is not at least 0: " + size);
        }
    }

    ScorePart scaled(double factor) {
        return new ScorePart(sensor, kind, samples, size, Math.min(1, factor * share));
    }
}
