package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.SensorId;

/**
 * How a sensor measures, in its unit.
 *
 * @param nominal about what it shows in normal operation
 * @param noise standard deviation of what it adds to the truth
 * @param resolution step between the values that it can show
 * @param low the least that it can show
 * @param high the most that it can show
 */
record Instrument(SensorId sensor, double nominal, double noise, double resolution, double low, double high) {
    Instrument {
        if (!(noise >= 0 && resolution > 0 && low < nominal && nominal < high)) {
            throw new IllegalArgumentException("the instrument of " + sensor + " is described wrongly");
        }
    }

    double range() {
        return high - low;
    }

    /** What it shows of a value, without decimals that it does not have. */
    double shown(double value) {
        double steps = Math.rint(Math.max(low, Math.min(high, value)) / resolution);
        double perUnit = Math.rint(1 / resolution);
        return Math.abs(perUnit * resolution - 1) < 1e-9 ? steps / perUnit : steps * resolution;
    }
}
