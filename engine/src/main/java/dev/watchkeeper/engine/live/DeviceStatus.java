package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;

/**
 * A sensor whose device is not as it should be (NAMUR NE 107), which says nothing of the process.
 *
 * @param state never {@link DeviceState#GOOD}
 * @param since clock time from which on it has been so, as well as can be told
 * @param why one plain sentence
 * @param action what to do, as a sentence
 */
public record DeviceStatus(SensorId sensor, DeviceState state, Instant since, String why, String action) {
    /** @throws IllegalArgumentException when the device is good or no reason is given */
    public DeviceStatus {
        if (state == DeviceState.GOOD) {
            throw new IllegalArgumentException("a device that is good needs no status: " + sensor);
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("the state of " + sensor + " has no reason");
        }
    }
}
