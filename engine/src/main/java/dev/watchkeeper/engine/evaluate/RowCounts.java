package dev.watchkeeper.engine.evaluate;

/**
 * What came of the rows of recordings.
 *
 * @param hits anomalous rows on which there was an alarm
 * @param falseAlarms normal rows on which there was one
 * @param missed anomalous rows on which there was none
 * @param quiet normal rows on which there was none
 */
public record RowCounts(long hits, long falseAlarms, long missed, long quiet) {
    /** Nothing judged yet. */
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    RowCounts plus(boolean anomalous, boolean alarm) {
        return new RowCounts(
                hits + (anomalous && alarm ? 1 : 0),
                falseAlarms + (!anomalous && alarm ? 1 : 0),
                missed + (anomalous && !alarm ? 1 : 0),
                quiet + (!anomalous && !alarm ? 1 : 0));
    }

    /** Both together. */
    public RowCounts plus(RowCounts other) {
        return new RowCounts(
                hits + other.hits, falseAlarms + other.falseAlarms, missed + other.missed, quiet + other.quiet);
    }

    /** The share of the rows with an alarm that are anomalous; 0 where there is no alarm. */
    public double precision() {
        return ratio(hits, hits + falseAlarms);
    }

    /** The share of the anomalous rows that have an alarm; 0 where nothing is anomalous. */
    public double recall() {
        return ratio(hits, hits + missed);
    }

    /** The harmonic mean of precision and recall, in [0, 1]; 0 where nothing was anomalous and nothing alarmed. */
    public double f1() {
        return ratio(2 * hits, 2 * hits + falseAlarms + missed);
    }

    /** Normal rows with an alarm, in per cent of the normal rows. */
    public double falseAlarmPercent() {
        return 100 * ratio(falseAlarms, falseAlarms + quiet);
    }

    /** Anomalous rows without an alarm, in per cent of the anomalous rows. */
    public double missedPercent() {
        return 100 * ratio(missed, missed + hits);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
