package dev.watchkeeper.engine.detect.limit;

/**
 * Limits of a sensor's value, in its unit.
 *
 * @param low below it the value is too low; negative infinity where there is no such limit
 * @param high above it the value is too high; infinity where there is no such limit
 * @param deadband how far inside the limit the value has to come back before it counts as inside again
 */
public record Limits(double low, double high, double deadband) {
    /** @throws IllegalArgumentException when the limits leave no room, or the deadband is less than 0 or as wide as that room */
    public Limits {
        if (!(low < high)) {
            throw new IllegalArgumentException("low limit " + low + " is not below high limit " + high);
        }
        if (!(deadband >= 0 && deadband < high - low)) {
            throw new IllegalArgumentException("deadband " + deadband + " does not lie in [0, " + (high - low) + ")");
        }
    }

    public static Limits high(double high, double deadband) {
        return new Limits(Double.NEGATIVE_INFINITY, high, deadband);
    }

    public static Limits low(double low, double deadband) {
        return new Limits(low, Double.POSITIVE_INFINITY, deadband);
    }

    /** Whether a value is beyond the limits, given whether the one before was. */
    boolean isBeyond(double value, boolean before) {
        double back = before ? deadband : 0;
        return value > high - back || value < low + back;
    }
}
