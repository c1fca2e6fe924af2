package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands out the readings of several sensors in the order of time, those of one instant in the order of the sensors. The span is
 * read slice by slice, so that memory does not grow with its length.
 */
final class ReadingsTogether {
    /** About as many readings are held at once. */
    private static final int SLICE_READINGS = 50_000;

    private final ReadingHistory history;
    private final List<SensorId> sensors;
    private final Duration slice;

    /** @param interval how often the fastest of the sensors speaks; more than 0 */
    ReadingsTogether(ReadingHistory history, List<SensorId> sensors, Duration interval) {
        this.history = history;
        this.sensors = sensors;
        slice = interval.multipliedBy(Math.max(1, SLICE_READINGS / sensors.size()));
    }

    void forEach(TimeSpan span, Consumer<Reading> consumer) {
        Instant from = span.start();
        while (from.isBefore(span.end())) {
            Instant next = from.plus(slice);
            Instant to = next.isBefore(span.end()) ? next : span.end();
            List<Reading> readings = new ArrayList<>();
            for (SensorId sensor : sensors) {
                history.forEachReading(sensor, new TimeSpan(from, to), readings::add);
            }
            readings.sort(Comparator.comparing(Reading::time));
            readings.forEach(consumer);
            from = to;
        }
    }
}
