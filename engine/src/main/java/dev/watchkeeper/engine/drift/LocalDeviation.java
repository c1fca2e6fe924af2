package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * The absolute deviation of each value from the exponentially weighted mean of those before it, which follows a level within
 * about a window: another level is not taken for another deviation. Not thread-safe.
 */
final class LocalDeviation {
    private final double weight;
    private double centre = Double.NaN;

    LocalDeviation(int windowReadings) {
        weight = 2.0 / (windowReadings + 1);
    }

    /** The deviation of a value; NaN of the first one. */
    double next(double value) {
        if (Double.isNaN(centre)) {
            centre = value;
            return Double.NaN;
        }
        double deviation = Math.abs(value - centre);
        centre += weight * (value - centre);
        return deviation;
    }

    void write(StateWriter out) {
        out.putDouble(centre);
    }

    void read(StateReader in) {
        centre = in.getDouble();
    }
}
