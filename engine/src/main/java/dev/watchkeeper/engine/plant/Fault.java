package dev.watchkeeper.engine.plant;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that goes wrong in the demo plant, from the first to the last second of its span.
 *
 * @param sensors those that show it: of a fault of an instrument, the ones that fail
 * @param severity from just above 0, hardly visible, to 1
 */
public record Fault(Kind kind, AssetId asset, List<SensorId> sensors, TimeSpan span, double severity) {
    /** What goes wrong. */
    public enum Kind {
        /** Of a pump: suction pressure falls; vibration, flow and current become erratic. */
        CAVITATION(true),
        /** Of a pump: vibration grows over the span, and the bearing grows warm. */
        BEARING_WEAR(true),
        /** Of a pump or the heat exchanger: the way of the water narrows over the span. */
        FOULING(true),
        /** The instrument repeats its last value. */
        SENSOR_STUCK(false),
        /** The instrument says nothing. */
        SENSOR_SILENT(false),
        /** What the instrument shows moves away from the truth over the span. */
        SLOW_DRIFT(false),
        /** The instrument shows single values that are far off. */
        SPIKE(false);

        private final boolean ofProcess;

        Kind(boolean ofProcess) {
            this.ofProcess = ofProcess;
        }

        /** Whether the plant itself is at fault, and not an instrument. */
        public boolean isOfProcess() {
            return ofProcess;
        }
    }

    /** @throws IllegalArgumentException when no sensor is named, one is of another asset, or the severity is not in (0, 1] */
    public Fault {
        sensors = List.copyOf(sensors);
        if (sensors.isEmpty()) {
            throw new IllegalArgumentException("fault " + kind + " of " + asset + " names no sensor");
        }
        for (SensorId sensor : sensors) {
            if (!sensor.asset().equals(asset)) {
                throw new IllegalArgumentException("sensor " + sensor + " is not of asset " + asset);
            }
        }
        if (!(severity > 0 && severity <= 1)) {
            throw new IllegalArgumentException("severity is not in (0, 1]: " + severity);
        }
    }

    /** How much of the span is over at a moment, in [0, 1]; 0 outside the span. */
    double progress(Instant time) {
        if (!span.contains(time)) {
            return 0;
        }
        Duration length = span.length();
        return (double) Duration.between(span.start(), time).toMillis() / length.toMillis();
    }
}
