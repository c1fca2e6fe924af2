package dev.watchkeeper.engine.evaluate;

import java.util.Locale;

/**
 * What a detector got on the corpus, each on the scale where 0 is silence and 100 is perfect.
 *
 * @param standard with the best single threshold for the standard profile
 * @param lowFalsePositives the same, where a false alarm costs twice as much
 * @param lowFalseNegatives the same, where a missed window costs twice as much
 * @param half standard profile, each half of the corpus scored with the threshold that is best for the other half, and the
 *     mean of both; the halves are every second file in the order of their names
 */
public record NabResult(double standard, double lowFalsePositives, double lowFalseNegatives, double half) {
    /** One line for people and scripts: {@code nab standard=… low_fp=… low_fn=… half=…}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "nab standard=%.2f low_fp=%.2f low_fn=%.2f half=%.2f",
                standard,
                lowFalsePositives,
                lowFalseNegatives,
                half);
    }
}
