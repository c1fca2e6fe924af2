package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.drift.DriftWatch;
import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A sensor's first readings, from which a drift reference is learned where no model brings one: 64 KB when it is full. Keyed
 * state: not thread-safe, written with {@link #write}, read with {@link #read}.
 */
final class FirstReadings {
    /** So many are gathered; eight times as many as a reference needs. */
    static final int ENOUGH = 4_096;

    private static final int VERSION = 1;
    private static final int AT_FIRST = 64;

    private long[] timeMillis = new long[AT_FIRST];
    private double[] values = new double[AT_FIRST];
    private int size;

    /**
     * Gathers a reading, unless it is not finite.
     *
     * @return the watch that goes on from here, once there are enough; where nothing can be learned from them, all begins anew
     */
    Optional<DriftWatch> add(SensorId sensor, long time, double value) {
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        if (size == values.length) {
            timeMillis = Arrays.copyOf(timeMillis, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        timeMillis[size] = time;
        values[size] = value;
        size++;
        if (size < ENOUGH) {
            return Optional.empty();
        }
        Optional<DriftWatch> watch = fit(sensor);
        size = 0;
        return watch;
    }

    private Optional<DriftWatch> fit(SensorId sensor) {
        DriftReference.Fitter fitter = new DriftReference.Fitter(sensor);
        for (int i = 0; i < size; i++) {
            fitter.add(Instant.ofEpochMilli(timeMillis[i]), values[i]);
        }
        return fitter.fit().map(DriftWatch::new);
    }

    FirstReadings copy() {
        FirstReadings copy = new FirstReadings();
        copy.timeMillis = timeMillis.clone();
        copy.values = values.clone();
        copy.size = size;
        return copy;
    }

    void write(DataOutputView out) throws IOException {
        out.writeByte(VERSION);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(timeMillis[i]);
            out.writeDouble(values[i]);
        }
    }

    static FirstReadings read(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version != VERSION) {
            throw new IOException("state of first readings has version " + version + ", readable is " + VERSION);
        }
        FirstReadings readings = new FirstReadings();
        readings.size = in.readInt();
        readings.timeMillis = new long[Math.max(AT_FIRST, readings.size)];
        readings.values = new double[Math.max(AT_FIRST, readings.size)];
        for (int i = 0; i < readings.size; i++) {
            readings.timeMillis[i] = in.readLong();
            readings.values[i] = in.readDouble();
        }
        return readings;
    }
}
