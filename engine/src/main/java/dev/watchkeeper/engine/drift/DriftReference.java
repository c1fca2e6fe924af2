package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor was like in a span of training, frozen: the distributions of its features over windows, its daily course,
 * and how far all this moves by itself. What drift is measured against; about 9 kB. Immutable, thread-safe.
 */
public final class DriftReference {
    /** The length from which on the daily course is known; what is shorter takes the course of a day for drift. */
    public static final Duration WHOLE_DAYS = Duration.ofDays(2);

    private static final String MAGIC = "WKDR";
    private static final int VERSION = 1;

    private final SensorId sensor;
    private final TimeSpan fittedOn;
    private final long readings;
    private final int windowReadings;

    DriftReference(SensorId sensor, TimeSpan fittedOn, long readings, int windowReadings) {
        this.sensor = sensor;
        this.fittedOn = fittedOn;
        this.readings = readings;
        this.windowReadings = windowReadings;
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no reference
     */
    public static DriftReference restore(byte[] bytes) {
        StateReader in = new StateReader(bytes, MAGIC, VERSION);
        SensorId sensor = SensorId.parse(in.getText());
        TimeSpan fittedOn = new TimeSpan(Instant.ofEpochMilli(in.getLong()), Instant.ofEpochMilli(in.getLong()));
        DriftReference reference = new DriftReference(sensor, fittedOn, in.getLong(), in.getInt());
        in.end();
        return reference;
    }

    public SensorId sensor() {
        return sensor;
    }

    /** From the first reading that it was learned from to just after the last. */
    public TimeSpan fittedOn() {
        return fittedOn;
    }

    /** From how many readings it was learned. */
    public long readings() {
        return readings;
    }

    /** How many readings a window has, in the reference and ever after. */
    public int windowReadings() {
        return windowReadings;
    }

    /** Whether the span was long enough to know the daily course from; on any other, only what is lasting is drift. */
    public boolean knowsTheDay() {
        return fittedOn.length().compareTo(WHOLE_DAYS) >= 0;
    }

    /** Versioned bytes. */
    public byte[] toBytes() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putText(sensor.toString());
        out.putLong(fittedOn.start().toEpochMilli());
        out.putLong(fittedOn.end().toEpochMilli());
        out.putLong(readings);
        out.putInt(windowReadings);
        return out.toBytes();
    }

    /**
     * Learns a reference from readings in the order of time. Bounded: of more than 1,048,576 readings the newest count; 12
     * bytes are held for each. Not thread-safe.
     */
    public static final class Fitter {
        private static final int FEWEST_READINGS = 512;
        private static final int WINDOW_READINGS = 16;

        private final SensorId sensor;
        private long readings;
        private @Nullable Instant first;
        private @Nullable Instant last;

        public Fitter(SensorId sensor) {
            this.sensor = sensor;
        }

        /** Takes in a reading; NaN or infinite where nothing usable was measured. One that is not newer is left out. */
        public void add(Instant time, double value) {
            if (Double.isFinite(value)) {
                readings++;
                first = first == null ? time : first;
                last = time;
            }
        }

        /** The reference of all readings so far; empty when there were fewer than 512. Takes about 1 µs a reading. */
        public Optional<DriftReference> fit() {
            Instant from = first;
            Instant to = last;
            return from == null || to == null || readings < FEWEST_READINGS
                    ? Optional.empty()
                    : Optional.of(new DriftReference(
                            sensor, new TimeSpan(from, to.plusMillis(1)), readings, WINDOW_READINGS));
        }
    }
}
