package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;

/**
 * A span of time cut into columns of equal length, to the millisecond. Spans are seen from 1970 to the end of the year
 * 9999, where history keeps its readings.
 */
final class ColumnGrid {
    /** More columns than any screen has; few enough that no product of time and columns overflows. */
    static final int MOST_COLUMNS = 32_768;

    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private final long startMillis;
    private final long endMillis;
    private final int columns;

    /** @throws IllegalArgumentException when columns is not in [1, {@value #MOST_COLUMNS}] */
    ColumnGrid(TimeSpan span, int columns) {
        if (columns < 1 || columns > MOST_COLUMNS) {
            throw new IllegalArgumentException("columns are not in [1, " + MOST_COLUMNS + "]: " + columns);
        }
        startMillis = millis(span.start());
        endMillis = millis(span.end());
        this.columns = columns;
    }

    /** The first millisecond at or after a moment. */
    private static long millis(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return 0;
        }
        Instant seen = time.isAfter(LATEST) ? LATEST : time;
        return seen.minusNanos(1).toEpochMilli() + 1;
    }

    long startMillis() {
        return startMillis;
    }

    /** The first millisecond that is no longer in the span. */
    long endMillis() {
        return endMillis;
    }

    int columns() {
        return columns;
    }

    boolean contains(long timeMillis) {
        return timeMillis >= startMillis && timeMillis < endMillis;
    }

    /** The column of a moment that the span contains. */
    int column(long timeMillis) {
        return (int) ((timeMillis - startMillis) * columns / (endMillis - startMillis));
    }
}
