package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.model.leakage.Fitted;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.Arrays;
import java.util.Objects;

/**
 * What drift of a sensor is measured against, as bytes.
 *
 * @param fittedOn from the first reading that it was learned from to just after the last
 * @param bytes what {@link DriftReference#toBytes} wrote; copied in and out
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by its content
public record ReferencePart(SensorId sensor, TimeSpan fittedOn, byte[] bytes) implements Fitted {
    /** @throws IllegalArgumentException when there are no bytes */
    public ReferencePart {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("the drift reference of " + sensor + " is empty");
        }
        bytes = bytes.clone();
    }

    public static ReferencePart of(DriftReference reference) {
        return new ReferencePart(reference.sensor(), reference.fittedOn(), reference.toBytes());
    }

    /**
     * The reference itself.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when this program cannot read the bytes
     */
    public DriftReference restore() {
        return DriftReference.restore(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String name() {
        return "the drift reference of " + sensor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferencePart part
                && sensor.equals(part.sensor)
                && fittedOn.equals(part.fittedOn)
                && Arrays.equals(bytes, part.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sensor, fittedOn, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return name() + ", " + bytes.length + " bytes";
    }
}
