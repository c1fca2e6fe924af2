package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings in memory. */
public final class MemorySettings implements SettingsBook {
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    @Override
    public <T> T get(Setting<T> setting) {
        return setting.type().cast(values.getOrDefault(setting.name(), setting.byDefault()));
    }

    @Override
    public <T> void set(Setting<T> setting, T value) {
        values.put(setting.name(), value);
    }

    @Override
    public void reset(Setting<?> setting) {
        values.remove(setting.name());
    }
}
