package dev.watchkeeper.engine.detect;

/**
 * A detector's verdict on one sample.
 *
 * @param warmingUp true while the detector has not seen enough to judge; then {@code value} is 0
 * @param value how abnormal, from 0 (as always) to 1
 * @param falseAlarmsPerDay how many samples of normal operation in a day are expected to score this high or higher;
 *     small is rare; infinite while warming up
 * @param expectedLow lower edge of the band in which the next value of the first sensor was expected, or NaN
 * @param expectedHigh upper edge of that band, or NaN
 */
public record Score(
        boolean warmingUp, double value, double falseAlarmsPerDay, double expectedLow, double expectedHigh) {
    /** Nothing can be said of this sample. */
    public static final Score NONE = new Score(true, 0, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
}
