package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import io.questdb.cairo.vm.api.MemoryCR;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * History in an embedded QuestDB: no server, no listening socket, one thread of its own named {@code history-apply}.
 *
 * <p>Thread-safe for any number of readers and writers. What {@code add…} has taken in survives the process being killed
 * (not a power cut within the moments before the operating system writes it out), and is seen by every read that begins
 * afterwards: a read waits for it, usually some milliseconds, and fails after a minute. Times are kept to the
 * millisecond, from 1970 to the end of the year 9999. One process at a time has a directory open.
 *
 * <p>A table that cannot be read when history is opened is moved aside, whole, into the directory {@code damaged}, and an
 * empty one takes its place; {@link #movedAside} and the log name it.
 */
public final class QuestDbHistory implements ReadingHistory {
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int VALUE = SensorTable.FIRST;
    private static final int QUALITY = SensorTable.FIRST + 1;
    private static final int SCORE = SensorTable.FIRST;
    private static final int FALSE_ALARMS_PER_DAY = SensorTable.FIRST + 1;
    private static final int EXPECTED_LOW = SensorTable.FIRST + 2;
    private static final int EXPECTED_HIGH = SensorTable.FIRST + 3;

    private final OpenedHistory opened;
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;
    private final SensorTable<Reading> readings;
    private final SensorTable<ScoredReading> scores;
    private final DriftHistory drift;

    private QuestDbHistory(OpenedHistory opened) {
        this.opened = opened;
        HistoryEngine engine = opened.engine();
        readings = new SensorTable<>(engine.engine(), engine.applier(), HistoryEngine.READINGS, (row, reading) -> {
            row.putDouble(VALUE, reading.value());
            row.putByte(QUALITY, code(reading.quality()));
        });
        scores = new SensorTable<>(engine.engine(), engine.applier(), HistoryEngine.SCORES, (row, scored) -> {
            row.putDouble(SCORE, scored.score().value());
            row.putDouble(FALSE_ALARMS_PER_DAY, scored.score().falseAlarmsPerDay());
            row.putDouble(EXPECTED_LOW, scored.score().expectedLow());
            row.putDouble(EXPECTED_HIGH, scored.score().expectedHigh());
        });
        drift = new QuestDbDrift(engine, this::whileOpen);
    }

    /**
     * Opens the history of a directory, making it where it is not there yet.
     *
     * @param clock names what is moved aside
     * @throws HistoryException when another process has it open, or it cannot be opened even empty
     */
    public static QuestDbHistory open(Path directory, InstantSource clock) {
        return new QuestDbHistory(OpenedHistory.open(directory, clock));
    }

    /** The directories into which damaged tables were moved when this history was opened; empty on a good day. */
    public List<Path> movedAside() {
        return opened.movedAside();
    }

    /** Drift in the same database; open as long as this is. */
    public DriftHistory drift() {
        return drift;
    }

    @Override
    public void addReadings(List<Reading> added) {
        added.forEach(reading -> check(reading.sensor(), reading.time()));
        whileOpen(() ->
                readings.add(added, Reading::sensor, reading -> reading.time().toEpochMilli()));
    }

    @Override
    public void addScores(List<ScoredReading> added) {
        added.forEach(scored -> check(scored.sensor(), scored.time()));
        whileOpen(() ->
                scores.add(added, ScoredReading::sensor, scored -> scored.time().toEpochMilli()));
    }

    static void check(SensorId sensor, Instant time) {
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException("time of " + sensor + " is before 1970 or after the year 9999: " + time);
        }
    }

    @Override
    public Series series(SensorId sensor, TimeSpan span, int columns) {
        ColumnGrid grid = new ColumnGrid(span, columns);
        SeriesBuilder builder = new SeriesBuilder(grid);
        whileOpen(() -> readings.scan(sensor, grid.startMillis(), grid.endMillis(), partition -> {
            MemoryCR values = partition.column(VALUE);
            return (row, timeMillis) -> builder.add(timeMillis, values.getDouble(row * Double.BYTES));
        }));
        return builder.series();
    }

    @Override
    public ScoreSeries scores(SensorId sensor, TimeSpan span, int columns) {
        ColumnGrid grid = new ColumnGrid(span, columns);
        ScoreSeriesBuilder builder = new ScoreSeriesBuilder(grid);
        whileOpen(() -> scores.scan(sensor, grid.startMillis(), grid.endMillis(), partition -> {
            MemoryCR score = partition.column(SCORE);
            MemoryCR low = partition.column(EXPECTED_LOW);
            MemoryCR high = partition.column(EXPECTED_HIGH);
            return (row, timeMillis) -> {
                long at = row * Double.BYTES;
                builder.add(timeMillis, score.getDouble(at), low.getDouble(at), high.getDouble(at));
            };
        }));
        return builder.series();
    }

    @Override
    public void forEachReading(SensorId sensor, TimeSpan span, Consumer<Reading> consumer) {
        ColumnGrid grid = new ColumnGrid(span, 1);
        whileOpen(() -> readings.scan(sensor, grid.startMillis(), grid.endMillis(), partition -> {
            MemoryCR values = partition.column(VALUE);
            MemoryCR qualities = partition.column(QUALITY);
            return (row, timeMillis) -> consumer.accept(new Reading(
                    sensor,
                    Instant.ofEpochMilli(timeMillis),
                    values.getDouble(row * Double.BYTES),
                    quality(qualities.getByte(row))));
        }));
    }

    @Override
    public Optional<TimeSpan> extent(SensorId sensor) {
        long[] extent = {Long.MAX_VALUE, Long.MIN_VALUE};
        ColumnGrid grid = new ColumnGrid(new TimeSpan(Instant.EPOCH, LATEST), 1);
        whileOpen(() -> readings.scan(sensor, grid.startMillis(), grid.endMillis(), partition -> (row, timeMillis) -> {
            extent[0] = Math.min(extent[0], timeMillis);
            extent[1] = Math.max(extent[1], timeMillis);
        }));
        return extent[0] > extent[1]
                ? Optional.empty()
                : Optional.of(new TimeSpan(Instant.ofEpochMilli(extent[0]), Instant.ofEpochMilli(extent[1] + 1)));
    }

    /**
     * Drops the weeks that are too old or too many. May take as long as it takes to delete their files; readers and
     * writers go on meanwhile.
     *
     * @param now clock time, from which the age counts back
     * @return how many weeks were dropped, each counted in every table that held some of it
     */
    public int apply(Retention retention, Instant now) {
        int[] dropped = {0};
        whileOpen(() -> dropped[0] = new HistoryWeeks(opened.engine()).drop(retention, now));
        return dropped[0];
    }

    /** Waits for reads and writes that are under way. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            closed = true;
            opened.close();
        } finally {
            life.writeLock().unlock();
        }
    }

    /** The memory that is read belongs to the database, so the database must not close meanwhile. */
    private void whileOpen(Runnable work) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new HistoryException("the history is closed");
            }
            work.run();
        } finally {
            life.readLock().unlock();
        }
    }

    private static byte code(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD -> 2;
        };
    }

    private static Quality quality(byte code) {
        return switch (code) {
            case 0 -> Quality.GOOD;
            case 1 -> Quality.UNCERTAIN;
            default -> Quality.BAD;
        };
    }
}
