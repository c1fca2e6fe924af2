package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.Score;
import java.util.Arrays;

/** The scores of the rows of one recording. Not thread-safe while it is filled. */
final class ScoredRows {
    private final double[] values;
    private final double[] perDay;

    /** All 0, as in a warm-up. */
    ScoredRows(int rows) {
        values = new double[rows];
        perDay = new double[rows];
        Arrays.fill(perDay, Double.NaN);
    }

    static ScoredRows of(double... values) {
        ScoredRows rows = new ScoredRows(values.length);
        System.arraycopy(values, 0, rows.values, 0, values.length);
        return rows;
    }

    void set(int row, Score score) {
        values[row] = score.value();
        perDay[row] = score.warmingUp() ? Double.NaN : score.falseAlarmsPerDay();
    }

    int rows() {
        return values.length;
    }

    /** In [0, 1]. */
    double value(int row) {
        return values[row];
    }

    double[] values() {
        return values.clone();
    }

    /** Whether the detector judged the row. */
    boolean isJudged(int row) {
        return !Double.isNaN(perDay[row]);
    }

    /** How often in a day of normal operation a score as high is expected; NaN where it was not judged. */
    double falseAlarmsPerDay(int row) {
        return perDay[row];
    }
}
