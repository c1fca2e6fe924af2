package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.history.ScoreSeries;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Readings in memory, and which spans of them were asked for. Of series it knows how many readings a column has. Keeps no scores. Not thread-safe. */
public final class MemoryHistory implements ReadingHistory {
    private final Map<SensorId, NavigableMap<Instant, Reading>> readings = new HashMap<>();
    private final List<TimeSpan> asked = new ArrayList<>();

    @Override
    public void addReadings(List<Reading> added) {
        for (Reading reading : added) {
            readings.computeIfAbsent(reading.sensor(), sensor -> new TreeMap<>())
                    .put(reading.time(), reading);
        }
    }

    /** The spans of which readings were handed out, in this order. */
    public List<TimeSpan> asked() {
        return asked;
    }

    @Override
    public void forEachReading(SensorId sensor, TimeSpan span, Consumer<Reading> consumer) {
        asked.add(span);
        readings.getOrDefault(sensor, new TreeMap<>())
                .subMap(span.start(), span.end())
                .values()
                .forEach(consumer);
    }

    @Override
    public Optional<TimeSpan> extent(SensorId sensor) {
        return Optional.ofNullable(readings.get(sensor))
                .map(all -> new TimeSpan(all.firstKey(), all.lastKey().plusMillis(1)));
    }

    @Override
    public void addScores(List<ScoredReading> scores) {
        throw new UnsupportedOperationException("keeps no scores");
    }

    @Override
    public Series series(SensorId sensor, TimeSpan span, int columns) {
        long millis = span.length().dividedBy(columns).toMillis();
        NavigableMap<Long, Integer> counts = new TreeMap<>();
        for (Instant time : readings.getOrDefault(sensor, new TreeMap<>())
                .subMap(span.start(), span.end())
                .keySet()) {
            long column = Duration.between(span.start(), time).toMillis() / Math.max(1, millis);
            counts.merge(span.start().toEpochMilli() + column * millis, 1, Integer::sum);
        }
        int size = counts.size();
        return new Series(
                counts.keySet().stream().mapToLong(Long::longValue).toArray(),
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                counts.values().stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public ScoreSeries scores(SensorId sensor, TimeSpan span, int columns) {
        throw new UnsupportedOperationException("keeps no scores");
    }

    @Override
    public void close() {}
}
