package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.history.ScoreSeries;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A reading a second of every sensor over the last days, made up when asked for. */
public final class FakeHistory implements ReadingHistory {
    private static final long STEP_MILLIS = 1_000;
    private static final long DAYS_MILLIS = 3L * 86_400_000;
    /** At most so many readings of a column are looked at. */
    private static final int PER_COLUMN = 40;

    private final Map<SensorId, Course> courses;
    private final Instant first;
    private final InstantSource clock;
    private final AtomicInteger queries = new AtomicInteger();
    private volatile boolean broken;

    FakeHistory(Map<SensorId, Course> courses, InstantSource clock) {
        this.courses = courses;
        this.clock = clock;
        first = clock.instant().minusMillis(DAYS_MILLIS);
    }

    /** Lets it fail, or answer again. */
    public void setBroken(boolean next) {
        broken = next;
    }

    /** How often it has been asked for series. */
    public int queries() {
        return queries.get();
    }

    @Override
    public Series series(SensorId sensor, TimeSpan span, int columns) {
        queries.incrementAndGet();
        if (broken) {
            throw new IllegalStateException("the disk is gone");
        }
        Course course = courses.get(sensor);
        if (course == null) {
            return Series.EMPTY;
        }
        long[] time = new long[columns];
        double[] low = new double[columns];
        double[] high = new double[columns];
        double[] firsts = new double[columns];
        double[] lasts = new double[columns];
        int[] counts = new int[columns];
        int size = 0;
        for (int i = 0; i < columns; i++) {
            Column column = column(span, columns, i);
            if (column.from >= column.to) {
                continue;
            }
            time[size] = column.from;
            low[size] = Double.POSITIVE_INFINITY;
            high[size] = Double.NEGATIVE_INFINITY;
            firsts[size] = course.value(column.from);
            for (long at = column.from; at < column.to; at += column.step()) {
                double value = course.value(at);
                low[size] = Math.min(low[size], value);
                high[size] = Math.max(high[size], value);
                lasts[size] = value;
                counts[size]++;
            }
            size++;
        }
        return new Series(
                Arrays.copyOf(time, size),
                Arrays.copyOf(low, size),
                Arrays.copyOf(high, size),
                Arrays.copyOf(firsts, size),
                Arrays.copyOf(lasts, size),
                Arrays.copyOf(counts, size));
    }

    @Override
    public ScoreSeries scores(SensorId sensor, TimeSpan span, int columns) {
        Course course = courses.get(sensor);
        if (course == null) {
            return ScoreSeries.EMPTY;
        }
        long[] time = new long[columns];
        double[] score = new double[columns];
        double[] low = new double[columns];
        double[] high = new double[columns];
        int size = 0;
        for (int i = 0; i < columns; i++) {
            Column column = column(span, columns, i);
            if (column.from >= column.to) {
                continue;
            }
            time[size] = column.from;
            low[size] = course.expectedLow(column.from);
            high[size] = course.expectedHigh(column.from);
            for (long at = column.from; at < column.to; at += column.step()) {
                score[size] = Math.max(score[size], course.score(at));
            }
            size++;
        }
        return new ScoreSeries(
                Arrays.copyOf(time, size),
                Arrays.copyOf(score, size),
                Arrays.copyOf(low, size),
                Arrays.copyOf(high, size));
    }

    @Override
    public void forEachReading(SensorId sensor, TimeSpan span, Consumer<Reading> consumer) {
        Course course = courses.get(sensor);
        if (course == null) {
            return;
        }
        Column all = column(span, 1, 0);
        for (long at = all.from; at < all.to; at += STEP_MILLIS) {
            consumer.accept(Reading.good(sensor, Instant.ofEpochMilli(at), course.value(at)));
        }
    }

    @Override
    public Optional<TimeSpan> extent(SensorId sensor) {
        return courses.containsKey(sensor) ? Optional.of(new TimeSpan(first, clock.instant())) : Optional.empty();
    }

    @Override
    public void addReadings(List<Reading> readings) {
        throw new UnsupportedOperationException("screens do not write readings");
    }

    @Override
    public void addScores(List<ScoredReading> scores) {
        throw new UnsupportedOperationException("screens do not write scores");
    }

    @Override
    public void close() {}

    private Column column(TimeSpan span, int columns, int index) {
        long start = span.start().toEpochMilli();
        double width = (double) (span.end().toEpochMilli() - start) / columns;
        long from = Math.max(first.toEpochMilli(), start + Math.round(index * width));
        long to = Math.min(clock.millis() + 1, start + Math.round((index + 1) * width));
        long aligned = (from + STEP_MILLIS - 1) / STEP_MILLIS * STEP_MILLIS;
        return new Column(aligned, to);
    }

    private record Column(long from, long to) {
        long step() {
            long steps = Math.max(1, (to - from) / STEP_MILLIS);
            return Math.max(1, steps / PER_COLUMN) * STEP_MILLIS;
        }
    }
}
