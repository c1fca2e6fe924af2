package dev.watchkeeper.engine.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An asset and its sensors, in the order in which they are shown.
 *
 * @param area the part of the plant that it stands in; empty where none
 * @param runningOrNull how it can be told whether it runs; null where it cannot, or it always does
 */
public record Asset(
        AssetId id,
        String label,
        String area,
        List<Sensor> sensors,
        @Nullable Running runningOrNull) {
    /** The most sensors that one asset may have. */
    public static final int MOST_SENSORS = 1_000;

    /** @throws IllegalArgumentException when a sensor is of another asset or named twice, or there are too many */
    public Asset {
        sensors = List.copyOf(sensors);
        if (sensors.size() > MOST_SENSORS) {
            throw new IllegalArgumentException(
                    "asset " + id + " has " + sensors.size() + " sensors, at most " + MOST_SENSORS + " are allowed");
        }
        Set<SensorId> seen = new HashSet<>();
        for (Sensor sensor : sensors) {
            if (!sensor.id().asset().equals(id)) {
                throw new IllegalArgumentException("sensor " + sensor.id() + " is not of asset " + id);
            }
            if (!seen.add(sensor.id())) {
                throw new IllegalArgumentException("sensor " + sensor.id() + " is named twice");
            }
        }
        if (runningOrNull != null && !seen.contains(runningOrNull.sensor())) {
            throw new IllegalArgumentException(
                    "whether " + id + " runs is told by " + runningOrNull.sensor() + ", which is none of its sensors");
        }
    }

    /** One of which it cannot be told whether it runs. */
    public Asset(AssetId id, String label, String area, List<Sensor> sensors) {
        this(id, label, area, sensors, null);
    }

    public Optional<Sensor> sensor(SensorId sensor) {
        return sensors.stream()
                .filter(candidate -> candidate.id().equals(sensor))
                .findFirst();
    }
}
