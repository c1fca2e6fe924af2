package dev.watchkeeper.engine.alarm.rehearse;

import java.util.concurrent.CancellationException;

/** How far a replay has come, measured in event time; ends it when the monitor cancels. One thread. */
final class ReplayProgress {
    /** How many readings pass between two looks at the monitor. */
    private static final int LOOK_EVERY = 2_048;

    private final RehearsalMonitor monitor;
    private final long fromMillis;
    private final long toMillis;
    private double done;
    private int passed;

    /** @param fromMillis where the replay begins, its warm-up included */
    ReplayProgress(RehearsalMonitor monitor, long fromMillis, long toMillis) {
        this.monitor = monitor;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        look(fromMillis);
    }

    /** The replay has come to a moment. */
    void at(long timeMillis) {
        if (++passed % LOOK_EVERY == 0) {
            look(timeMillis);
        }
    }

    /** The same, with a look at the monitor at once. */
    void look(long timeMillis) {
        if (monitor.cancelled()) {
            throw new CancellationException("the rehearsal was cancelled");
        }
        double share = (double) (timeMillis - fromMillis) / Math.max(1, toMillis - fromMillis);
        done = Math.max(done, Math.min(1, share));
        monitor.progress(done);
    }
}
