package dev.watchkeeper.engine.signal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sensor as it is described to people.
 *
 * @param label what the screens call it, such as "Discharge pressure"
 * @param guidanceOrNull what to tell the operator when this sensor raises an alarm
 * @param rangeOrNull what the instrument can measure; null where nobody has said
 */
public record Sensor(
        SensorId id,
        String label,
        Unit unit,
        @Nullable Guidance guidanceOrNull,
        @Nullable ValueRange rangeOrNull) {
    /** @throws IllegalArgumentException when the label is blank */
    public Sensor {
        if (label.isBlank()) {
            throw new IllegalArgumentException("label of " + id + " is blank");
        }
    }

    /** One whose measuring range nobody has said. */
    public Sensor(SensorId id, String label, Unit unit, @Nullable Guidance guidanceOrNull) {
        this(id, label, unit, guidanceOrNull, null);
    }

    /** A sensor of which only the name is known. */
    public static Sensor named(SensorId id) {
        return new Sensor(id, id.name(), Unit.NONE, null);
    }

    public Optional<Guidance> guidance() {
        return Optional.ofNullable(guidanceOrNull);
    }

    public Optional<ValueRange> range() {
        return Optional.ofNullable(rangeOrNull);
    }
}
