package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Sensitivity;
import java.io.Serializable;
import java.time.Duration;

/**
 * How the detection job works.
 *
 * @param lateness how long a reading may lie behind others of its asset, in event time, and still be put in order; it
 *     waits at most that long
 * @param falseAlarmsPerDay from which expected rate on, per sensor, a score is worth a detection
 */
public record DetectionSettings(Duration lateness, double falseAlarmsPerDay) implements Serializable {
    /** For sensors that are read about once a second, or slower. */
    public static final DetectionSettings STANDARD =
            new DetectionSettings(Duration.ofMillis(500), Sensitivity.NORMAL.falseAlarmsPerDay());

    /** @throws IllegalArgumentException when the lateness is negative */
    public DetectionSettings {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("lateness is negative: " + lateness);
        }
    }
}
