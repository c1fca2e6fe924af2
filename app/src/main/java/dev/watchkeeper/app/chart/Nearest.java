package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.history.Series;

/** Finds the column of a series that a cursor means. */
final class Nearest {
    private Nearest() {}

    /** The last column at or before a moment; the first one if all are later, −1 if there is none. */
    static int at(Series series, long millis) {
        int low = 0;
        int high = series.size() - 1;
        int found = series.size() == 0 ? -1 : 0;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (series.timeMillis(middle) <= millis) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found;
    }
}
