package dev.watchkeeper.engine.evaluate;

import java.util.Locale;

/**
 * What came of the rows of all test parts together.
 *
 * @param hits anomalous rows on which there was an alarm
 * @param falseAlarms normal rows on which there was one
 * @param missed anomalous rows on which there was none
 * @param quiet normal rows on which there was none
 */
public record SkabResult(long hits, long falseAlarms, long missed, long quiet) {
    /** Nothing judged yet. */
    public static final SkabResult NONE = new SkabResult(0, 0, 0, 0);

    SkabResult plus(boolean anomalous, boolean alarm) {
        return new SkabResult(
                hits + (anomalous && alarm ? 1 : 0),
                falseAlarms + (!anomalous && alarm ? 1 : 0),
                missed + (anomalous && !alarm ? 1 : 0),
                quiet + (!anomalous && !alarm ? 1 : 0));
    }

    /** Both results together. */
    public SkabResult plus(SkabResult other) {
        return new SkabResult(
                hits + other.hits, falseAlarms + other.falseAlarms, missed + other.missed, quiet + other.quiet);
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

    /** One line for people and scripts: {@code skab f1=0.851 false_alarms=14.7 missed=16.5}, the latter two in per cent. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "skab f1=%.3f false_alarms=%.1f missed=%.1f", f1(), falseAlarmPercent(), missedPercent());
    }
}
