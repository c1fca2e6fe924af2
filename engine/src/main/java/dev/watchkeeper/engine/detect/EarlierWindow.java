package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;

/**
 * The stretch of a sensor's past that is most like the one that was found unusual.
 *
 * @param window the stretch that was found unusual
 * @param earlier the one most like it, of about the same length
 * @param distance the root mean square of their differences, in the sensor's unit
 * @param usual how large that usually is, in the sensor's unit
 */
public record EarlierWindow(SensorId sensor, TimeSpan window, TimeSpan earlier, double distance, double usual) {
    /** @throws IllegalArgumentException when a distance is less than 0 or not finite */
    public EarlierWindow {
        if (!(distance >= 0 && usual >= 0) || Double.isInfinite(distance) || Double.isInfinite(usual)) {
            throw new IllegalArgumentException(
                    "distances of " + sensor + " are not finite numbers of at least 0: " + distance + ", " + usual);
        }
    }
}
