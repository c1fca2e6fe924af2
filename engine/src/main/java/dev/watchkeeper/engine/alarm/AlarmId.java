package dev.watchkeeper.engine.alarm;

/** Names an alarm. Derived from asset, rule and opening moment, so that a replay or restart cannot double an alarm. */
public record AlarmId(String value) implements Comparable<AlarmId> {
    /** @throws IllegalArgumentException when the text is blank */
    public AlarmId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("alarm id is blank");
        }
    }

    @Override
    public int compareTo(AlarmId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
