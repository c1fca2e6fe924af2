package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a flat JSON object from the tokens, for the records that come by the hundred thousand. A value of
 * null counts as missing and is read as such.
 *
 * <p>A subclass is a record in the making: it takes in one field at a time and makes the record at the end.
 */
abstract class FlatFields<T> {
    private boolean versionSeen;

    /** Takes in the field on whose value the parser stands, or leaves it alone when it does not know it. */
    abstract void take(String field, JsonParser json) throws IOException, WireException;

    /** @throws WireException when a field that is needed was missing, or the values do not go together */
    abstract T finish() throws WireException;

    final T decode(byte @Nullable [] value) throws WireException {
        byte[] bytes = Json.checkSize(value, Json.LARGEST_READING);
        try (JsonParser json = Json.FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Json.notAnObject();
            }
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                JsonToken token = json.nextToken();
                if (field.equals("v")) {
                    takeVersion(json);
                } else if (token != JsonToken.VALUE_NULL) {
                    take(field, json);
                }
                json.skipChildren();
            }
            if (json.nextToken() != null) {
                throw new WireException(
                        RejectionReason.BROKEN_RECORD, "The record goes on after the end of its JSON object.");
            }
            if (!versionSeen) {
                throw FieldValues.missing("v");
            }
            return finish();
        } catch (IOException e) {
            throw Json.broken(e);
        } catch (WireException e) {
            throw Json.orUnknownVersion(e, bytes);
        }
    }

    private void takeVersion(JsonParser json) throws IOException, WireException {
        versionSeen = once("v", versionSeen);
        Json.checkVersion(integer("v", json));
    }

    /** Always true. */
    static boolean once(String field, boolean seen) throws WireException {
        if (seen) {
            throw new WireException(RejectionReason.BROKEN_RECORD, "Field " + field + " is there twice.");
        }
        return true;
    }

    static String text(String field, @Nullable String before, JsonParser json) throws IOException, WireException {
        once(field, before != null);
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw FieldValues.wrongType(field, "text");
        }
        return json.getText();
    }

    static long integer(String field, JsonParser json) throws IOException, WireException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            JsonParser.NumberType type = json.getNumberType();
            if (type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG) {
                return json.getLongValue();
            }
        }
        throw FieldValues.wrongType(field, "a whole number");
    }

    static double number(String field, JsonParser json) throws IOException, WireException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw FieldValues.wrongType(field, "a number");
        }
        return FieldValues.finite(field, json.getDoubleValue());
    }

    static boolean bool(String field, JsonParser json) throws WireException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw FieldValues.wrongType(field, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    static Instant time(String field, @Nullable Instant before, JsonParser json) throws IOException, WireException {
        once(field, before != null);
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return FieldValues.time(field, json.getText());
        }
        return Instant.ofEpochMilli(integer(field, json));
    }

    static <V> V need(String field, @Nullable V value) throws WireException {
        if (value == null) {
            throw FieldValues.missing(field);
        }
        return value;
    }
}
