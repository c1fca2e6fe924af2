package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object, read strictly. A field that is null counts as missing. */
final class Fields {
    private final JsonNode object;
    private final String path;

    /** @param path where the object stands in the record, such as {@code sensors[3].}; empty for the record itself */
    Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    String text(String field) throws WireException {
        JsonNode node = required(field);
        if (!node.isTextual()) {
            throw wrongType(field, "text");
        }
        return node.textValue();
    }

    String textOr(String field, String absent) throws WireException {
        return has(field) ? text(field) : absent;
    }

    long integer(String field) throws WireException {
        JsonNode node = required(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrongType(field, "a whole number");
        }
        return node.longValue();
    }

    double number(String field) throws WireException {
        JsonNode node = required(field);
        if (!node.isNumber()) {
            throw wrongType(field, "a number");
        }
        return FieldValues.finite(path + field, node.doubleValue());
    }

    double numberOr(String field, double absent) throws WireException {
        return has(field) ? number(field) : absent;
    }

    Instant time(String field) throws WireException {
        JsonNode node = required(field);
        if (node.isTextual()) {
            return FieldValues.time(path + field, node.textValue());
        }
        return Instant.ofEpochMilli(integer(field));
    }

    Duration duration(String field) throws WireException {
        String text = text(field);
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw wrongType(field, "an ISO-8601 duration such as PT10M");
        }
    }

    Optional<Fields> optionalObject(String field) throws WireException {
        if (!has(field)) {
            return Optional.empty();
        }
        JsonNode node = required(field);
        if (!node.isObject()) {
            throw wrongType(field, "an object");
        }
        return Optional.of(new Fields(node, path + field + "."));
    }

    List<Fields> objects(String field) throws WireException {
        JsonNode node = required(field);
        if (!node.isArray()) {
            throw wrongType(field, "an array");
        }
        List<Fields> objects = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonNode element = node.path(i);
            if (!element.isObject()) {
                throw wrongType(field + "[" + i + "]", "an object");
            }
            objects.add(new Fields(element, path + field + "[" + i + "]."));
        }
        return objects;
    }

    private JsonNode required(String field) throws WireException {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            throw FieldValues.missing(path + field);
        }
        return node;
    }

    private WireException wrongType(String field, String wanted) {
        return FieldValues.wrongType(path + field, wanted);
    }
}
