package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Recipient;
import java.sql.SQLException;
import java.util.List;

/** Notices and their recipients as JSON in columns. Fields that a later version adds are passed over. */
final class JsonColumns {
    private final ObjectMapper json;

    JsonColumns(ObjectMapper json) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    Notice notice(String text) throws SQLException {
        return read(text, new TypeReference<>() {});
    }

    Recipient recipient(String text) throws SQLException {
        return read(text, new TypeReference<>() {});
    }

    List<Recipient> recipients(String text) throws SQLException {
        return read(text, new TypeReference<>() {});
    }

    private <T> T read(String text, TypeReference<T> type) throws SQLException {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("this is not the JSON that was written: " + e.getOriginalMessage(), e);
        }
    }
}
