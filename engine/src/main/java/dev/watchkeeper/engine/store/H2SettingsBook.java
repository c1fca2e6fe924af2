package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings as JSON in table {@code setting}. */
final class H2SettingsBook implements SettingsBook {
    private static final Logger LOG = LoggerFactory.getLogger(H2SettingsBook.class);

    private final Jdbi jdbi;
    private final ObjectMapper json;

    H2SettingsBook(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public <T> T get(Setting<T> setting) {
        Optional<String> kept =
                jdbi.withHandle(handle -> handle.createQuery("SELECT json FROM setting WHERE name = :name")
                        .bind("name", setting.name())
                        .mapTo(String.class)
                        .findOne());
        if (kept.isEmpty()) {
            return setting.byDefault();
        }
        try {
            return json.readValue(kept.get(), setting.type());
        } catch (JsonProcessingException e) {
            LOG.warn("setting {} cannot be read and counts as not set: {}", setting.name(), e.getOriginalMessage());
            return setting.byDefault();
        }
    }

    @Override
    public <T> void set(Setting<T> setting, T value) {
        String text;
        try {
            text = json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("setting " + setting.name() + " cannot be written as JSON", e);
        }
        jdbi.useHandle(handle -> handle.createUpdate("MERGE INTO setting (name, json) KEY (name) VALUES (:name, :json)")
                .bind("name", setting.name())
                .bind("json", text)
                .execute());
    }

    @Override
    public void reset(Setting<?> setting) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM setting WHERE name = :name")
                .bind("name", setting.name())
                .execute());
    }
}
