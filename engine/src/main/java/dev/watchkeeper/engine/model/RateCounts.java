package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts how many samples score as high as a sensitivity asks for, and at 10, 100 and 1,000 times its rate, which a short
 * stretch can tell more of. Not thread-safe.
 */
public final class RateCounts {
    private static final double[] TIMES = {1, 10, 100, 1_000};

    private final double[] requested = new double[TIMES.length];
    private final long[] observed = new long[TIMES.length];

    public RateCounts(Sensitivity sensitivity) {
        for (int i = 0; i < TIMES.length; i++) {
            requested[i] = TIMES[i] * sensitivity.falseAlarmsPerDay();
        }
    }

    public void add(Score score) {
        if (score.warmingUp()) {
            return;
        }
        for (int i = 0; i < TIMES.length; i++) {
            if (score.falseAlarmsPerDay() <= requested[i]) {
                observed[i]++;
            }
        }
    }

    /** The counts so far, the sensitivity's own rate first. */
    public List<RateCheck> checks() {
        List<RateCheck> checks = new ArrayList<>();
        for (int i = 0; i < TIMES.length; i++) {
            checks.add(new RateCheck(requested[i], observed[i]));
        }
        return checks;
    }

    public void write(StateWriter out) {
        out.putDoubles(requested);
        out.putLongs(observed);
    }

    /** Goes on from what was written. */
    public void read(StateReader in) {
        in.getDoubles(requested);
        in.getLongs(observed);
    }
}
