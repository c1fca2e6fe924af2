package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;

/**
 * A line of the record of devices: from a moment on a device is in a state.
 *
 * @param since clock time; ends what the device was before
 * @param why a sentence; empty where it is good again
 * @param action what to do; empty where nothing is
 */
public record DeviceChange(SensorId sensor, DeviceState state, Instant since, String why, String action) {
    static DeviceChange into(DeviceStatus status) {
        return new DeviceChange(status.sensor(), status.state(), status.since(), status.why(), status.action());
    }

    static DeviceChange good(SensorId sensor, Instant since) {
        return new DeviceChange(sensor, DeviceState.GOOD, since, "", "");
    }
}
