package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Which stage a feature is in: up at once to changed, to drifting only when that lasts, and down when it was calm for a while. */
final class StageTrack {
    /** A change must last for so many windows and so long, whichever is more. */
    static final int LASTING_WINDOWS = 15;

    static final Duration LASTING = Duration.ofMinutes(15);

    private static final List<DriftStage> STAGES = List.of(DriftStage.values());
    private static final double CALM = 0.8;
    private static final int CALM_WINDOWS = 3;
    private static final int CALM_WINDOWS_AFTER_DRIFT = 10;

    private DriftStage stage = DriftStage.STEADY;
    private long sinceMillis;
    private long changedMillis;
    private int windows;
    private int calmWindows;

    DriftStage stage() {
        return stage;
    }

    /** When it began, where it is not steady. */
    long sinceMillis() {
        return sinceMillis;
    }

    /**
     * Judges the feature anew.
     *
     * @param score its worst statistic, in limits
     * @param windowEnds whether a window more is over; else a change was found within one
     * @param began tells when a change began
     * @return whether the stage is another one
     */
    boolean step(double score, long timeMillis, boolean windowEnds, LongSupplier began) {
        if (stage == DriftStage.STEADY) {
            if (score < 1) {
                return false;
            }
            stage = DriftStage.CHANGED;
            sinceMillis = began.getAsLong();
            changedMillis = timeMillis;
            windows = 0;
            calmWindows = 0;
            return true;
        }
        if (!windowEnds) {
            return false;
        }
        windows++;
        calmWindows = score < CALM ? calmWindows + 1 : 0;
        if (calmWindows >= (stage == DriftStage.CHANGED ? CALM_WINDOWS : CALM_WINDOWS_AFTER_DRIFT)) {
            stage = DriftStage.STEADY;
            return true;
        }
        boolean lasted = windows >= LASTING_WINDOWS && timeMillis - changedMillis >= LASTING.toMillis();
        if (stage == DriftStage.CHANGED && lasted && score >= 1) {
            stage = DriftStage.DRIFTING;
            return true;
        }
        return false;
    }

    void write(StateWriter out) {
        out.putInt(STAGES.indexOf(stage));
        out.putLong(sinceMillis);
        out.putLong(changedMillis);
        out.putInt(windows);
        out.putInt(calmWindows);
    }

    void read(StateReader in) {
        stage = STAGES.get(Counts.read(in, STAGES.size() - 1));
        sinceMillis = in.getLong();
        changedMillis = in.getLong();
        windows = in.getInt();
        calmWindows = in.getInt();
    }
}
