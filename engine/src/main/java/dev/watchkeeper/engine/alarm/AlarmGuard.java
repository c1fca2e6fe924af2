package dev.watchkeeper.engine.alarm;

/** Under which circumstances a transition happens. */
public enum AlarmGuard {
    ALWAYS("always") {
        @Override
        boolean admits(boolean latching, boolean suppressed) {
            return true;
        }
    },
    LATCHING("it latches") {
        @Override
        boolean admits(boolean latching, boolean suppressed) {
            return latching;
        }
    },
    NOT_LATCHING("it does not latch") {
        @Override
        boolean admits(boolean latching, boolean suppressed) {
            return !latching;
        }
    },
    SHOWN("it is not suppressed") {
        @Override
        boolean admits(boolean latching, boolean suppressed) {
            return !suppressed;
        }
    },
    SHOWN_NOT_LATCHING("it is not suppressed and does not latch") {
        @Override
        boolean admits(boolean latching, boolean suppressed) {
            return !suppressed && !latching;
        }
    },
    SUPPRESSED_NOT_LATCHING("it is suppressed and does not latch") {
        @Override
        boolean admits(boolean latching, boolean suppressed) {
            return suppressed && !latching;
        }
    };

    private final String words;

    AlarmGuard(String words) {
        this.words = words;
    }

    /** The circumstances, in plain words. */
    public String words() {
        return words;
    }

    abstract boolean admits(boolean latching, boolean suppressed);
}
