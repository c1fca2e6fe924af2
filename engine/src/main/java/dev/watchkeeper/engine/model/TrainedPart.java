package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.model.leakage.Fitted;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.Arrays;
import java.util.Objects;

/**
 * A trained detector as its memory, with what was measured of it.
 *
 * @param subject the sensor, or what stands for an asset as a whole
 * @param fittedOn from the first reading that it learned from to just after the last
 * @param snapshot versioned bytes that the detector of this kind restores itself from; copied in and out. After it was
 *     measured the detector may have gone on over later readings, as in operation
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by its content
public record TrainedPart(PartKind kind, SensorId subject, TimeSpan fittedOn, byte[] snapshot, PartMetrics metrics)
        implements Fitted {
    /** @throws IllegalArgumentException when the snapshot is empty */
    public TrainedPart {
        if (snapshot.length == 0) {
            throw new IllegalArgumentException("the snapshot of the " + kind + " part of " + subject + " is empty");
        }
        snapshot = snapshot.clone();
    }

    @Override
    public byte[] snapshot() {
        return snapshot.clone();
    }

    /** The same part with the memory of its detector after it has gone on over later readings. */
    public TrainedPart goneOn(byte[] later) {
        return new TrainedPart(kind, subject, fittedOn, later, metrics);
    }

    @Override
    public String name() {
        return "the " + kind + " part of " + subject;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainedPart part
                && kind.equals(part.kind)
                && subject.equals(part.subject)
                && fittedOn.equals(part.fittedOn)
                && Arrays.equals(snapshot, part.snapshot)
                && metrics.equals(part.metrics);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, subject, fittedOn, Arrays.hashCode(snapshot), metrics);
    }

    @Override
    public String toString() {
        return name() + ", " + snapshot.length + " bytes, " + metrics;
    }
}
