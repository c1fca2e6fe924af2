package dev.watchkeeper.engine.model.grade;

import java.time.Duration;

/**
 * What was measured of a sensor's readings. Shares are in [0, 1].
 *
 * @param readings how many there are, those of bad quality included
 * @param history from the first reading to the last
 * @param usualInterval the median of the steps between readings; zero where there are fewer than two
 * @param missingShare the share of the history that lies in gaps
 * @param longestGap the longest step between two readings that counts as a gap; zero where none does
 * @param regularShare the share of steps that are within a quarter of the usual interval
 * @param stuckShare the share of readings in spans in which the value stands still unusually long
 * @param longestStuckReadings how many readings the longest span has in which the value stands still
 * @param levels how many different values there are between the 10 % and the 90 % quantile, as far as a sample shows
 * @param noise the standard deviation of what changes from reading to reading, in the sensor's unit
 * @param spread the range between the 10 % and 90 % quantiles over 2.56, in the sensor's unit
 * @param outlierShare the share of readings that leap away from both neighbours
 * @param badShare the share of readings that the source itself calls bad
 */
public record SensorFacts(
        long readings,
        Duration history,
        Duration usualInterval,
        double missingShare,
        Duration longestGap,
        double regularShare,
        double stuckShare,
        long longestStuckReadings,
        int levels,
        double noise,
        double spread,
        double outlierShare,
        double badShare) {
    /** What is known of a sensor that has no reading. */
    public static final SensorFacts NONE =
            new SensorFacts(0, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, 1, 0, 0, 0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException when a number is negative or a share not in [0, 1] */
    public SensorFacts {
        if (readings < 0 || history.isNegative() || usualInterval.isNegative() || longestGap.isNegative()) {
            throw new IllegalArgumentException("a number of readings or a length of time is negative");
        }
        double[] shares = {missingShare, regularShare, stuckShare, outlierShare, badShare};
        for (double share : shares) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share is not in [0, 1]: " + share);
            }
        }
        if (longestStuckReadings < 0 || levels < 0 || !(noise >= 0) || !(spread >= 0)) {
            throw new IllegalArgumentException("stuck readings " + longestStuckReadings + ", levels " + levels
                    + ", noise " + noise + " or spread " + spread + " is negative");
        }
    }
}
