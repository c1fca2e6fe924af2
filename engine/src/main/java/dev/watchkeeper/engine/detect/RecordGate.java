package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * Lets a score through only where it is a record: higher than every score lately, and a quarter higher than the last that
 * was let through. So one disturbance speaks once, and again only when it grows clearly worse.
 *
 * <p>"Lately" is twice the square root of the samples seen, at most 300: the more is known of a sensor, the longer one
 * disturbance may be taken to last. Not thread-safe.
 */
final class RecordGate {
    /** The longest time that counts as lately, in samples. */
    static final int LONGEST = 300;

    private static final double GROWTH = 2;
    private static final double CLEARLY = 1.25;

    private final float[] scores = new float[LONGEST];
    private final float[] passed = new float[LONGEST];
    private long samples;

    /** The score, or 0 where it is no record. */
    double add(double score) {
        int lately = (int) Math.min(LONGEST, GROWTH * Math.sqrt((double) samples));
        boolean record = score > 0;
        for (long i = samples - 1; record && i >= Math.max(0, samples - lately); i--) {
            int at = (int) (i % LONGEST);
            record = score > scores[at] && score >= CLEARLY * passed[at];
        }
        int at = (int) (samples % LONGEST);
        scores[at] = (float) score;
        passed[at] = record ? (float) score : 0;
        samples++;
        return record ? score : 0;
    }

    void write(StateWriter out) {
        out.putFloats(scores, LONGEST);
        out.putFloats(passed, LONGEST);
        out.putLong(samples);
    }

    void read(StateReader in) {
        in.getFloats(scores);
        in.getFloats(passed);
        samples = in.getLong();
    }
}
