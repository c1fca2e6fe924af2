package dev.watchkeeper.engine.notify;

/** What a notice is about. */
public enum NoticeKind {
    ALARM_RAISED("Alarm"),
    /** The priority of an alarm rose. */
    ALARM_WORSENED("Alarm worse"),
    /** Nobody has acknowledged an alarm in the time that the escalation gives. */
    ALARM_UNACKNOWLEDGED("Nobody has acknowledged"),
    DRIFT("Drift"),
    /** The pipeline from the sensors to the alarms does not work as it should. */
    PIPELINE("Pipeline"),
    /** A device itself is not as it should be, or is so again (NAMUR NE 107). */
    DEVICE("Device"),
    /** Several notices told as one, in a flood or at the end of quiet hours. */
    DIGEST("Summary"),
    /** Sent to try out a channel. */
    TEST("Test");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    /** How a subject line begins. */
    public String label() {
        return label;
    }

    /** Whether it is about one alarm, and grows with their number. */
    public boolean ofAlarm() {
        return this == ALARM_RAISED || this == ALARM_WORSENED || this == ALARM_UNACKNOWLEDGED;
    }

    /** Whether it waits for the next summary while alarms come in a flood. */
    public boolean heldInFloods() {
        return ofAlarm() || this == DEVICE;
    }
}
