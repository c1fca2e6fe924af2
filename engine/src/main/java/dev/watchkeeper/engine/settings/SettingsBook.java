package dev.watchkeeper.engine.settings;

/** Keeps settings. Thread-safe; what is set survives the end of the process. */
public interface SettingsBook {
    /**
     * The value that is set, or the default. A kept value that can no longer be read as the setting's type counts as not
     * set, and the log says so.
     */
    <T> T get(Setting<T> setting);

    /**
     * Sets a value.
     *
     * @throws IllegalArgumentException when the value cannot be written as JSON
     */
    <T> void set(Setting<T> setting, T value);

    /** Goes back to the default. */
    void reset(Setting<?> setting);
}
