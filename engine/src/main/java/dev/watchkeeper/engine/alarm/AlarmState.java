package dev.watchkeeper.engine.alarm;

/** Where an alarm is in its life (OPC 10000-9: active and acknowledged, each yes or no). */
public enum AlarmState {
    /** The condition is gone and somebody has acknowledged: the alarm is over. */
    NORMAL(false, true),
    ACTIVE_UNACKNOWLEDGED(true, false),
    ACTIVE_ACKNOWLEDGED(true, true),
    RETURNED_UNACKNOWLEDGED(false, false);

    private final boolean active;
    private final boolean acknowledged;

    AlarmState(boolean active, boolean acknowledged) {
        this.active = active;
        this.acknowledged = acknowledged;
    }

    /** Whether the condition still holds. */
    public boolean active() {
        return active;
    }

    public boolean acknowledged() {
        return acknowledged;
    }
}
