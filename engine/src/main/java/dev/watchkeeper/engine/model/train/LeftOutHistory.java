package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.history.ScoreSeries;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A history that hands out no reading of what is left out. Charts and extents are those of the whole; it cannot be written. */
final class LeftOutHistory implements ReadingHistory {
    private final ReadingHistory whole;
    private final LeftOut leftOut;

    /** @param whole is not closed with this */
    LeftOutHistory(ReadingHistory whole, LeftOut leftOut) {
        this.whole = whole;
        this.leftOut = leftOut;
    }

    @Override
    public void forEachReading(SensorId sensor, TimeSpan span, Consumer<Reading> consumer) {
        Predicate<Instant> kept = leftOut.keeping(sensor, span);
        whole.forEachReading(sensor, span, reading -> {
            if (kept.test(reading.time())) {
                consumer.accept(reading);
            }
        });
    }

    @Override
    public Series series(SensorId sensor, TimeSpan span, int columns) {
        return whole.series(sensor, span, columns);
    }

    @Override
    public ScoreSeries scores(SensorId sensor, TimeSpan span, int columns) {
        return whole.scores(sensor, span, columns);
    }

    @Override
    public Optional<TimeSpan> extent(SensorId sensor) {
        return whole.extent(sensor);
    }

    @Override
    public void addReadings(List<Reading> readings) {
        throw new UnsupportedOperationException("training writes no history");
    }

    @Override
    public void addScores(List<ScoredReading> scores) {
        throw new UnsupportedOperationException("training writes no history");
    }

    @Override
    public void close() {}
}
