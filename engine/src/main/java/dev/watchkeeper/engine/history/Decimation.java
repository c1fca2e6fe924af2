package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;

/**
 * Sums readings up into columns for a chart: lowest and highest value, first and last of each column, so that no peak is
 * lost however many readings fall on a pixel (min/max decimation). Pure functions.
 */
public final class Decimation {
    private Decimation() {}

    /**
     * The readings of one sensor in columns.
     *
     * @param readings in the order of time; those outside the span are left out
     * @param columns how many columns the span is cut into, from 1 to 32,768
     * @return the columns that hold at least one reading
     */
    public static Series of(List<Reading> readings, TimeSpan span, int columns) {
        return merge(Series.EMPTY, readings, span, columns);
    }

    /**
     * What history has with what has just arrived. Readings that are in both change nothing but the count, which is then
     * that of the one that has more.
     *
     * @param history of the same sensor, span and columns
     * @param live the newest readings, in the order of time
     */
    public static Series merge(Series history, List<Reading> live, TimeSpan span, int columns) {
        SeriesBuilder builder = new SeriesBuilder(new ColumnGrid(span, columns));
        for (Reading reading : live) {
            builder.add(reading.time().toEpochMilli(), reading.value());
        }
        builder.addBelow(history);
        return builder.series();
    }
}
