package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings in memory. */
public final class MemorySettingsBook implements SettingsBook {
    private final Map<String, Object> kept = new ConcurrentHashMap<>();

    @Override
    public <T> T get(Setting<T> setting) {
        Object value = kept.get(setting.name());
        return value == null ? setting.byDefault() : setting.type().cast(value);
    }

    @Override
    public <T> void set(Setting<T> setting, T value) {
        kept.put(setting.name(), value);
    }

    @Override
    public void reset(Setting<?> setting) {
        kept.remove(setting.name());
    }
}
