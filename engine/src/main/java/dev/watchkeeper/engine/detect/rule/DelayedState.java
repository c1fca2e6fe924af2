package dev.watchkeeper.engine.detect.rule;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * A yes or no that is told only after it has held for a while, in event time: on after the on-delay, off after the off-delay.
 * What is told in between stays. Not thread-safe.
 */
final class DelayedState {
    private static final long NEVER = Long.MIN_VALUE;

    private boolean told;
    private long otherwiseSince = NEVER;
    private long begunAt = NEVER;

    /** What came of one sample. */
    enum Turn {
        NONE,
        ON,
        OFF
    }

    Turn take(long timeMillis, boolean holds, Delays delays) {
        if (holds == told) {
            otherwiseSince = NEVER;
            return Turn.NONE;
        }
        if (otherwiseSince == NEVER) {
            otherwiseSince = timeMillis;
        }
        long delay = (holds ? delays.on() : delays.off()).toMillis();
        if (timeMillis - otherwiseSince < delay) {
            return Turn.NONE;
        }
        told = holds;
        begunAt = holds ? otherwiseSince : begunAt;
        otherwiseSince = NEVER;
        return holds ? Turn.ON : Turn.OFF;
    }

    /** Turns off at once where that only waits for the off-delay; whether it did. */
    boolean flush() {
        if (!told || otherwiseSince == NEVER) {
            return false;
        }
        told = false;
        otherwiseSince = NEVER;
        return true;
    }

    boolean told() {
        return told;
    }

    /** When the condition began that is told; meaningless while none is. */
    long begunAt() {
        return begunAt;
    }

    void write(StateWriter out) {
        out.putBoolean(told);
        out.putLong(otherwiseSince);
        out.putLong(begunAt);
    }

    void read(StateReader in) {
        told = in.getBoolean();
        otherwiseSince = in.getLong();
        begunAt = in.getLong();
    }
}
