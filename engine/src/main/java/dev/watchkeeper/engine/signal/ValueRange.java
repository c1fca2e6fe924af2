package dev.watchkeeper.engine.signal;

/** What an instrument can measure, in the sensor's unit; both ends belong to it. */
public record ValueRange(double low, double high) {
    /** @throws IllegalArgumentException when the ends are not finite numbers, the low one below the high one */
    public ValueRange {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
            throw new IllegalArgumentException("measuring range " + low + " to " + high + " holds nothing");
        }
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
