package dev.watchkeeper.engine.alarm;

/** Where an alarm is in its life (OPC 10000-9: active and acknowledged, each yes or no; ISA-18.2 adds the latch). */
public enum AlarmState {
    /** The condition is gone and nothing is left to do: the alarm is over. */
    NORMAL(false, true),
    ACTIVE_UNACKNOWLEDGED(true, false),
    ACTIVE_ACKNOWLEDGED(true, true),
    RETURNED_UNACKNOWLEDGED(false, false),
    /** The condition is gone, but the latch holds the alarm until somebody resets it. */
    LATCHED_UNACKNOWLEDGED(true, false),
    /** The condition is gone and somebody has acknowledged, but the latch holds the alarm until somebody resets it. */
    LATCHED_ACKNOWLEDGED(true, true);

    private final boolean active;
    private final boolean acknowledged;

    AlarmState(boolean active, boolean acknowledged) {
        this.active = active;
        this.acknowledged = acknowledged;
    }

    /** Whether the condition still holds, or the latch stands for it. */
    public boolean active() {
        return active;
    }

    public boolean acknowledged() {
        return acknowledged;
    }

    /** Whether the condition is gone and a latch holds the alarm. */
    public boolean latched() {
        return this == LATCHED_UNACKNOWLEDGED || this == LATCHED_ACKNOWLEDGED;
    }
}
