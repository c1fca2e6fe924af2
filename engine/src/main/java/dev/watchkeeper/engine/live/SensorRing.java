package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest readings of one sensor, in a ring. Thread-safe by its own lock, held for microseconds. */
final class SensorRing {
    /** Over how many of the newest intervals the median is taken. */
    private static final int INTERVALS = 15;

    private final long[] timeMillis;
    private final double[] value;
    private int next;
    private int size;
    private long unchangedSince;
    private @Nullable Reading newest;
    private Instant arrivedAt = Instant.EPOCH;
    private @Nullable ScoredReading scored;

    SensorRing(int kept) {
        timeMillis = new long[kept];
        value = new double[kept];
    }

    synchronized void add(Reading reading, Instant arrived) {
        arrivedAt = arrived;
        long millis = reading.time().toEpochMilli();
        if (newest != null && millis <= newest.time().toEpochMilli()) {
            return;
        }
        if (newest == null || newest.value() != reading.value()) {
            unchangedSince = millis;
        }
        newest = reading;
        timeMillis[next] = millis;
        value[next] = reading.value();
        next = (next + 1) % timeMillis.length;
        size = Math.min(size + 1, timeMillis.length);
    }

    synchronized void add(ScoredReading reading) {
        if (scored == null || !reading.time().isBefore(scored.time())) {
            scored = reading;
        }
    }

    synchronized Optional<Latest> latest() {
        Reading reading = newest;
        if (reading == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Latest(reading, arrivedAt, Instant.ofEpochMilli(unchangedSince), usualInterval(), scored));
    }

    synchronized List<Reading> since(SensorId sensor, Instant start) {
        long from = start.toEpochMilli();
        int count = 0;
        while (count < size && timeMillis[back(count)] >= from) {
            count++;
        }
        List<Reading> readings = new ArrayList<>(count);
        for (int i = count - 1; i >= 0; i--) {
            int at = back(i);
            readings.add(new Reading(sensor, Instant.ofEpochMilli(timeMillis[at]), value[at], Quality.GOOD));
        }
        return readings;
    }

    private int back(int steps) {
        return Math.floorMod(next - 1 - steps, timeMillis.length);
    }

    private long usualInterval() {
        int n = Math.min(INTERVALS, size - 1);
        if (n <= 0) {
            return 0;
        }
        long[] intervals = new long[n];
        for (int i = 0; i < n; i++) {
            intervals[i] = timeMillis[back(i)] - timeMillis[back(i + 1)];
        }
        Arrays.sort(intervals);
        return intervals[n / 2];
    }
}
