package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.history.ScoreSeries;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads traces: the newest readings from memory, what is older from history, as one. What history has said of a stretch
 * is kept until another stretch is asked for, so a live trend asks it about once per column.
 *
 * <p>Any thread, one at a time: calls wait for each other.
 */
public final class TraceLoader {
    /** How long an answer about scores that still grow is good enough, in milliseconds. */
    private static final long SCORES_GOOD_FOR_MILLIS = 1_000;

    private final ReadingHistory history;
    private final LiveReadings live;
    private final Map<SensorId, Kept<Series>> keptValues = new HashMap<>();
    private final Map<SensorId, Kept<ScoreSeries>> keptScores = new HashMap<>();
    private final Map<SensorId, Kept<Series>> keptPast = new HashMap<>();

    public TraceLoader(ReadingHistory history, LiveReadings live) {
        this.history = history;
        this.live = live;
    }

    /** What to load: a sensor and the label of its asset. */
    public record Wanted(Sensor sensor, String assetLabel) {}

    /**
     * Loads traces of a span.
     *
     * @param columns about how many columns each is to have, at least 1
     */
    public synchronized List<Trace> load(List<Wanted> wanted, TimeSpan span, int columns) {
        Buckets buckets = Buckets.covering(span, columns);
        Set<SensorId> asked = new HashSet<>();
        List<Trace> traces = wanted.stream()
                .map(one -> {
                    SensorId sensor = one.sensor().id();
                    asked.add(sensor);
                    return new Trace(
                            one.sensor(), one.assetLabel(), values(sensor, buckets), scores(sensor, buckets, span));
                })
                .toList();
        keptValues.keySet().retainAll(asked);
        keptScores.keySet().retainAll(asked);
        keptPast.keySet().retainAll(asked);
        return traces;
    }

    /** Values of a stretch of the past, beside those that {@link #load} keeps. */
    public synchronized Series past(SensorId sensor, TimeSpan span, int columns) {
        Buckets buckets = Buckets.covering(span, columns);
        Kept<Series> kept = keptPast.get(sensor);
        if (kept == null || !kept.buckets.equals(buckets)) {
            kept = new Kept<>(buckets, 0, history.series(sensor, buckets.span(), buckets.count()));
            keptPast.put(sensor, kept);
        }
        return kept.answer;
    }

    /** Event time of a sensor's newest reading; empty before there is one. */
    public Optional<Instant> newest(SensorId sensor) {
        return live.latest(sensor).map(latest -> latest.reading().time());
    }

    private Series values(SensorId sensor, Buckets buckets) {
        List<Reading> newest = live.since(sensor, Instant.ofEpochMilli(buckets.startMillis()));
        if (newest.isEmpty()) {
            return stored(sensor, buckets);
        }
        long firstLive = newest.getFirst().time().toEpochMilli();
        Buckets older = buckets.before(firstLive);
        if (older.count() == 0) {
            return Decimator.columns(newest, buckets);
        }
        // The column in which memory begins is left to history as a whole.
        Buckets storedPart = new Buckets(older.startMillis(), older.lengthMillis(), older.count() + 1);
        List<Reading> rest = newest.stream()
                .filter(reading -> reading.time().toEpochMilli() >= storedPart.endMillis())
                .toList();
        return Decimator.joined(stored(sensor, storedPart), Decimator.columns(rest, buckets));
    }

    private Series stored(SensorId sensor, Buckets buckets) {
        Kept<Series> kept = keptValues.get(sensor);
        if (kept == null || !kept.buckets.equals(buckets)) {
            kept = new Kept<>(buckets, 0, history.series(sensor, buckets.span(), buckets.count()));
            keptValues.put(sensor, kept);
        }
        return kept.answer;
    }

    private ScoreSeries scores(SensorId sensor, Buckets buckets, TimeSpan span) {
        long upTo = span.end().toEpochMilli() / SCORES_GOOD_FOR_MILLIS;
        Kept<ScoreSeries> kept = keptScores.get(sensor);
        if (kept == null || kept.upTo != upTo || !kept.buckets.equals(buckets)) {
            kept = new Kept<>(buckets, upTo, history.scores(sensor, buckets.span(), buckets.count()));
            keptScores.put(sensor, kept);
        }
        return kept.answer;
    }

    private record Kept<T>(Buckets buckets, long upTo, T answer) {}
}
