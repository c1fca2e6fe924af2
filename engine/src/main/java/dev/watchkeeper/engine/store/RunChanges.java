package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.model.tracking.RunChange;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How changes to runs, and other values of them, stand in columns as JSON. */
final class RunChanges {
    private static final Map<String, Class<? extends RunChange>> KINDS = kinds();

    private final ObjectMapper json;

    RunChanges(ObjectMapper json) {
        this.json = json;
    }

    private static Map<String, Class<? extends RunChange>> kinds() {
        Map<String, Class<? extends RunChange>> kinds = new HashMap<>();
        for (Class<? extends RunChange> type : List.of(
                RunChange.Started.class,
                RunChange.ParamsLogged.class,
                RunChange.MetricsLogged.class,
                RunChange.ArtefactLogged.class,
                RunChange.Signed.class,
                RunChange.Finished.class,
                RunChange.Registered.class,
                RunChange.AliasSet.class,
                RunChange.AliasDeleted.class)) {
            kinds.put(kind(type), type);
        }
        return Map.copyOf(kinds);
    }

    static String kind(Class<? extends RunChange> type) {
        return type.getSimpleName();
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change to a run cannot be written as JSON", e);
        }
    }

    RunChange read(String kind, String text) throws SQLException {
        Class<? extends RunChange> type = KINDS.get(kind);
        if (type == null) {
            throw new SQLException("unknown kind of change to a run: " + kind);
        }
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw unreadable(text, e);
        }
    }

    <T> T read(String text, TypeReference<T> type) throws SQLException {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw unreadable(text, e);
        }
    }

    private static SQLException unreadable(String text, JsonProcessingException e) {
        return new SQLException("what was kept of a run is not the JSON that was written: " + text, e);
    }
}
