package dev.watchkeeper.engine.detect;

/**
 * Scores samples in the order of time, learning as it goes: one pass, no look-ahead, bounded memory.
 *
 * <p>Not thread-safe: one thread at a time. The same samples always give the same scores, bit for bit, with a
 * {@link #snapshot} and restore anywhere between them.
 */
public interface Detector {
    /** How many values a sample holds. */
    int sensors();

    /**
     * Scores one sample and learns from it.
     *
     * @param timeMillis event time in milliseconds since 1970, at or after that of the sample before
     * @param values one per sensor, in the sensor's unit; NaN or infinite where nothing usable was measured
     */
    Score score(long timeMillis, double[] values);

    /** Everything that is needed to go on from here, as versioned bytes. */
    byte[] snapshot();
}
