package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a sensor was like in a span of training, frozen: the distributions of its features over windows, its daily course,
 * and how far all this moves by itself. What drift is measured against; about 15 kB. Immutable, thread-safe.
 */
public final class DriftReference {
    /** The length from which on the daily course is known; what is shorter takes the course of a day for drift. */
    public static final Duration WHOLE_DAYS = Duration.ofDays(2);

    /** The most readings that a window has. */
    static final int MOST_WINDOW_READINGS = 60;

    private static final String MAGIC = "WKDR";
    private static final int VERSION = 1;

    private final SensorId sensor;
    private final TimeSpan fittedOn;
    private final long readings;
    private final int windowReadings;
    private final List<FeatureReference> features;
    private final LevelReference level;
    private final LevelReference deviation;

    DriftReference(
            SensorId sensor,
            TimeSpan fittedOn,
            long readings,
            int windowReadings,
            List<FeatureReference> features,
            LevelReference level,
            LevelReference deviation) {
        this.sensor = sensor;
        this.fittedOn = fittedOn;
        this.readings = readings;
        this.windowReadings = windowReadings;
        this.features = List.copyOf(features);
        this.level = level;
        this.deviation = deviation;
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws UnreadableStateException when the bytes are no reference
     */
    public static DriftReference restore(byte[] bytes) {
        StateReader in = new StateReader(bytes, MAGIC, VERSION);
        try {
            SensorId sensor = SensorId.parse(in.getText());
            TimeSpan fittedOn = new TimeSpan(Instant.ofEpochMilli(in.getLong()), Instant.ofEpochMilli(in.getLong()));
            long readings = in.getLong();
            int windowReadings = Counts.read(in, MOST_WINDOW_READINGS);
            List<FeatureReference> features = new ArrayList<>();
            int count = Counts.read(in, DriftFeature.values().length);
            for (int i = 0; i < count; i++) {
                features.add(FeatureReference.read(in));
            }
            LevelReference level = LevelReference.read(in);
            LevelReference deviation = LevelReference.read(in);
            in.end();
            return new DriftReference(sensor, fittedOn, readings, windowReadings, features, level, deviation);
        } catch (UnreadableStateException e) {
            throw e;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableStateException("the drift reference is damaged: " + e.getMessage(), e);
        }
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

    /**
     * Whether the span was long enough to know the course of a day. Where it was not, drift may only mean that it is another
     * time of the day.
     */
    public boolean knowsTheDay() {
        return fittedOn.length().compareTo(WHOLE_DAYS) >= 0;
    }

    List<FeatureReference> features() {
        return features;
    }

    /** Of the readings themselves, at like time of the day. */
    LevelReference level() {
        return level;
    }

    /** Of their {@link LocalDeviation}. */
    LevelReference deviation() {
        return deviation;
    }

    /** A reading as it would be at a time of the day that is as all others. */
    double atLikeTime(long timeMillis, double value) {
        FeatureReference first = features.get(0);
        return first.feature() == DriftFeature.MEAN ? first.atLikeTime(timeMillis, value) : value;
    }

    /** Versioned bytes. */
    public byte[] toBytes() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putText(sensor.toString());
        out.putLong(fittedOn.start().toEpochMilli());
        out.putLong(fittedOn.end().toEpochMilli());
        out.putLong(readings);
        out.putInt(windowReadings);
        out.putInt(features.size());
        features.forEach(feature -> feature.write(out));
        level.write(out);
        deviation.write(out);
        return out.toBytes();
    }

    @Override
    public String toString() {
        return "drift reference of " + sensor + " on " + readings + " readings of " + fittedOn;
    }

    /**
     * Learns a reference from readings in the order of time. Bounded: of more than 1,048,576 readings the newest half of that or
     * more count; at most 16 bytes are held for each. Not thread-safe.
     */
    public static final class Fitter {
        private static final int FEWEST = 512;
        private static final int MOST = 1 << 20;

        private final SensorId sensor;
        private long[] timeMillis = new long[1_024];
        private double[] values = new double[1_024];
        private int size;

        public Fitter(SensorId sensor) {
            this.sensor = sensor;
        }

        /** Takes in a reading; NaN or infinite where nothing usable was measured. One that is not newer is left out. */
        public void add(Instant time, double value) {
            long millis = time.toEpochMilli();
            if (size > 0 && millis <= timeMillis[size - 1]) {
                return;
            }
            if (size == MOST) {
                size = MOST / 2;
                System.arraycopy(timeMillis, MOST / 2, timeMillis, 0, size);
                System.arraycopy(values, MOST / 2, values, 0, size);
            } else if (size == values.length) {
                timeMillis = Arrays.copyOf(timeMillis, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            timeMillis[size] = millis;
            values[size] = value;
            size++;
        }

        /**
         * The reference of all readings so far; empty when fewer than 512 of them are finite. Takes about 1 µs a reading: never
         * call it in a thread that draws.
         */
        public Optional<DriftReference> fit() {
            long finite =
                    Arrays.stream(values, 0, size).filter(Double::isFinite).count();
            return finite < FEWEST
                    ? Optional.empty()
                    : new ReferenceFit(sensor, Arrays.copyOf(timeMillis, size), Arrays.copyOf(values, size)).fit();
        }
    }
}
