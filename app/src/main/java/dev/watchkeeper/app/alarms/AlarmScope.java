package dev.watchkeeper.app.alarms;

/** Which alarms are listed. */
public enum AlarmScope {
    CURRENT("Current"),
    UNACKNOWLEDGED("Unacknowledged"),
    LAST_DAY("Last 24 h");

    private final String label;

    AlarmScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
