package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * Makes less of a score where scores as high came before: divides by 1 + 0.2 times the fourth-largest earlier peak.
 * Peaks fade by half in 50,000 samples. Not thread-safe.
 */
final class PeakDamping {
    private static final int PEAKS = 4;
    private static final double STRENGTH = 0.2;
    private static final double KEPT = StrictMath.pow(0.5, 1.0 / 50_000);

    /** Largest first. */
    private final double[] peaks = new double[PEAKS];

    /** The damped score; a score of 0 is no peak. */
    double add(double score) {
        for (int i = 0; i < PEAKS; i++) {
            peaks[i] *= KEPT;
        }
        if (score <= 0) {
            return 0;
        }
        double damped = score / (1 + STRENGTH * peaks[PEAKS - 1]);
        int at = PEAKS - 1;
        while (at > 0 && peaks[at - 1] < score) {
            peaks[at] = peaks[at - 1];
            at--;
        }
        peaks[at] = Math.max(peaks[at], score);
        return damped;
    }

    void write(StateWriter out) {
        out.putDoubles(peaks);
    }

    void read(StateReader in) {
        in.getDoubles(peaks);
    }
}
