package dev.watchkeeper.engine.settings;

/**
 * A thing that can be set.
 *
 * @param name by which it is kept, such as {@code alarms.policy}; never changed once released
 * @param type of its value; a record, enum, number, text or the like that can be written as JSON
 * @param byDefault the value while nothing is set
 */
public record Setting<T>(String name, Class<T> type, T byDefault) {
    /** @throws IllegalArgumentException when the name is blank */
    public Setting {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a setting is blank");
        }
    }
}
