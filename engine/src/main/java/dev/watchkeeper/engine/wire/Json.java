package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** How all records are read and written: JSON objects in UTF-8 with their version in field {@code v}. */
final class Json {
    /** The version that is written, and the only one that is read. */
    static final int VERSION = 1;
    /** The largest record about a single reading, in bytes. */
    static final int LARGEST_READING = 64 * 1024;
    /** The largest record that may tell of all sensors of an asset, in bytes; a broker takes no more in its usual setting. */
    static final int LARGEST = 1_000_000;

    private static final int USUAL_BYTES = 160;

    /** Reads NaN and Infinity though JSON has none, so that they can be told apart from broken JSON. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private static final ObjectReader TREES = new JsonMapper(FACTORY)
            .readerFor(JsonNode.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** Writes the fields after the version. */
    @FunctionalInterface
    interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            body.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** Leaves the field out when the value is not finite, for which JSON has no number. */
    static void writeFinite(JsonGenerator json, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(field, value);
        }
    }

    static byte[] checkSize(byte @Nullable [] bytes, int largest) throws WireException {
        if (bytes == null || bytes.length == 0) {
            throw new WireException(RejectionReason.BROKEN_RECORD, "The record is empty.");
        }
        if (bytes.length > largest) {
            throw new WireException(
                    RejectionReason.TOO_LARGE,
                    "The record has " + bytes.length + " bytes, at most " + largest + " are allowed.");
        }
        return bytes;
    }

    /** Reads a whole record of this version as a tree. */
    static Fields read(byte @Nullable [] value) throws WireException {
        byte[] bytes = checkSize(value, LARGEST);
        JsonNode root;
        try {
            root = TREES.readValue(bytes);
        } catch (IOException e) {
            throw broken(e);
        }
        if (root == null || !root.isObject()) {
            throw notAnObject();
        }
        Fields fields = new Fields(root, "");
        checkVersion(fields.integer("v"));
        return fields;
    }

    static void checkVersion(long version) throws WireException {
        if (version != VERSION) {
            throw new WireException(
                    RejectionReason.UNKNOWN_VERSION,
                    "The record is of version " + version + ", only version " + VERSION + " can be read.");
        }
    }

    /** Of a record in which something is wrong: another version explains it better. */
    static WireException orUnknownVersion(WireException wrong, byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            json.nextToken();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                JsonToken token = json.nextToken();
                if (field.equals("v") && token == JsonToken.VALUE_NUMBER_INT) {
                    checkVersion(json.getLongValue());
                    return wrong;
                }
                json.skipChildren();
            }
            return wrong;
        } catch (WireException unknownVersion) {
            return unknownVersion;
        } catch (IOException e) {
            return wrong;
        }
    }

    static WireException notAnObject() {
        return new WireException(RejectionReason.BROKEN_RECORD, "The record is not a JSON object.");
    }

    static WireException broken(IOException e) {
        String what = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        String line = String.valueOf(what).lines().findFirst().orElse("");
        return new WireException(RejectionReason.BROKEN_RECORD, "The record is not JSON: " + line + ".");
    }
}
