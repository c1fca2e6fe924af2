package dev.watchkeeper.engine.alarm.kpi;

/** How a figure compares with what the standard wants. */
public enum Verdict {
    /** As wanted. */
    WITHIN("Within"),
    /** More than wanted, not more than can be managed. */
    TOLERABLE("Tolerable"),
    /** Not as the standard demands. */
    BEYOND("Beyond"),
    /** Too little to judge by. */
    NOT_JUDGED("Not judged");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
