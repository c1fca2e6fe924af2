package dev.watchkeeper.app.overview;

import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the course of the last minutes from memory, each sensor's at most once per step. One thread at a time. */
final class SparkReader {
    static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int STEPS = 60;
    private static final long STEP_MILLIS = LENGTH.toMillis() / STEPS;
    /** Looked at again this often, in milliseconds. */
    private static final long FRESH_MILLIS = 1_000;

    private final LiveReadings live;
    private final Map<SensorId, Kept> kept = new HashMap<>();

    SparkReader(LiveReadings live) {
        this.live = live;
    }

    Spark read(SensorId sensor, Instant now) {
        long beat = now.toEpochMilli() / FRESH_MILLIS;
        Kept last = kept.get(sensor);
        if (last == null || last.beat != beat) {
            last = new Kept(beat, spark(sensor, now));
            kept.put(sensor, last);
        }
        return last.spark;
    }

    private Spark spark(SensorId sensor, Instant now) {
        long end = (now.toEpochMilli() / STEP_MILLIS + 1) * STEP_MILLIS;
        long start = end - LENGTH.toMillis();
        double[] extreme = new double[STEPS];
        Arrays.fill(extreme, Double.NaN);
        double reference = Double.NaN;
        for (Reading reading : live.since(sensor, Instant.ofEpochMilli(start))) {
            int step = (int) ((reading.time().toEpochMilli() - start) / STEP_MILLIS);
            if (step >= STEPS) {
                continue;
            }
            if (Double.isNaN(reference)) {
                reference = reading.value();
            }
            // Of each step the value furthest from the beginning, so that a spike is seen.
            if (Double.isNaN(extreme[step])
                    || Math.abs(reading.value() - reference) > Math.abs(extreme[step] - reference)) {
                extreme[step] = reading.value();
            }
        }
        return new Spark(extreme);
    }

    private record Kept(long beat, Spark spark) {}
}
