package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Readings and scores over time. Thread-safe: any number of readers beside one writer.
 *
 * <p>Adding what is already there changes nothing: a reading is named by its sensor and time, the last one written wins.
 */
public interface ReadingHistory extends AutoCloseable {
    /** Adds readings, in any order. When it returns, they survive the end of the process. */
    void addReadings(List<Reading> readings);

    /** Adds scores, in any order. When it returns, they survive the end of the process. */
    void addScores(List<ScoredReading> scores);

    /**
     * A sensor's values over a span, summarised into columns of equal length.
     *
     * @param columns how many columns the span is cut into, at least 1
     * @return the columns that hold at least one reading, in the order of time
     */
    Series series(SensorId sensor, TimeSpan span, int columns);

    /** A sensor's scores and expected band over a span, summarised like {@link #series}. */
    ScoreSeries scores(SensorId sensor, TimeSpan span, int columns);

    /** Hands out every reading of a sensor in a span, in the order of time. */
    void forEachReading(SensorId sensor, TimeSpan span, Consumer<Reading> consumer);

    /** From the first to just after the last reading of a sensor; empty when it has none. */
    Optional<TimeSpan> extent(SensorId sensor);

    @Override
    void close();
}
