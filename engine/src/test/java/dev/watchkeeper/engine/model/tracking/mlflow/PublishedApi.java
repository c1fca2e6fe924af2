package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of MLflow's published REST API 2.0 that is used, as a table: a line for each endpoint, below it its fields with
 * their types. An exclamation mark: required. Types: string, int (also as text, as JSON has it for 64 bits), double, an
 * enumeration as {@code A|B}, an array of strings as {@code string[]}, an array of objects as {@code Name[]}.
 * Paths are below {@code /api/2.0}; limits are those of all backends.
 */
final class PublishedApi {
    static final int MOST_METRICS = 1_000;
    static final int MOST_PARAMS = 100;
    static final int MOST_TAGS = 100;
    static final int MOST_ENTITIES = 1_000;
    static final int LARGEST_BATCH = 1_000_000;
    static final int LONGEST_KEY = 250;
    static final int LONGEST_PARAM = 500;
    static final int LONGEST_TAG = 5_000;

    private static final String ENDPOINTS = """
            GET /mlflow/experiments/search
              max_results int
              page_token string
              filter string
              order_by string[]
              view_type ACTIVE_ONLY|DELETED_ONLY|ALL
            GET /mlflow/experiments/get-by-name
              experiment_name string!
            POST /mlflow/experiments/create
              name string!
              artifact_location string
              tags ExperimentTag[]
            POST /mlflow/runs/create
              experiment_id string
              user_id string
              run_name string
              start_time int
              tags RunTag[]
            POST /mlflow/runs/search
              experiment_ids string[]
              filter string
              run_view_type ACTIVE_ONLY|DELETED_ONLY|ALL
              max_results int
              order_by string[]
              page_token string
            POST /mlflow/runs/delete
              run_id string!
            POST /mlflow/runs/update
              run_id string
              run_uuid string
              status RUNNING|SCHEDULED|FINISHED|FAILED|KILLED
              end_time int
              run_name string
            POST /mlflow/runs/log-batch
              run_id string
              metrics Metric[]
              params Param[]
              tags RunTag[]
            GET /mlflow/metrics/get-history
              run_id string
              run_uuid string
              metric_key string!
              page_token string
              max_results int
            GET /mlflow/registered-models/get
              name string!
            POST /mlflow/registered-models/create
              name string!
              tags RegisteredModelTag[]
              description string
            POST /mlflow/registered-models/alias
              name string!
              alias string!
              version string!
            DELETE /mlflow/registered-models/alias
              name string!
              alias string!
            GET /mlflow/model-versions/search
              filter string
              max_results int
              order_by string[]
              page_token string
            POST /mlflow/model-versions/create
              name string!
              source string!
              run_id string
              tags ModelVersionTag[]
              run_link string
              description string
            DELETE /mlflow/model-versions/delete
              name string!
              version string!
            """;

    private static final String MESSAGES = """
            ExperimentTag
              key string
              value string
            RunTag
              key string
              value string
            RegisteredModelTag
              key string
              value string
            ModelVersionTag
              key string
              value string
            Param
              key string
              value string
            Metric
              key string
              value double
              timestamp int
              step int
            """;

    /** A field's type as it stands in the table, and whether it is required. */
    record Field(String type, boolean required) {}

    /** The fields of each endpoint, by {@code METHOD /path}. */
    static final Map<String, Map<String, Field>> FIELDS = read(ENDPOINTS);
    /** The fields of each object within a request, by its name. */
    static final Map<String, Map<String, Field>> OBJECTS = read(MESSAGES);

    private PublishedApi() {}

    private static Map<String, Map<String, Field>> read(String table) {
        Map<String, Map<String, Field>> all = new TreeMap<>();
        Map<String, Field> fields = new TreeMap<>();
        for (String line : table.lines().toList()) {
            if (line.startsWith(" ")) {
                String[] words = line.strip().split(" ", 2);
                fields.put(words[0], new Field(words[1].replace("!", ""), words[1].endsWith("!")));
            } else {
                fields = new TreeMap<>();
                all.put(line, fields);
            }
        }
        return all;
    }

    /** What is wrong with a request; empty when it is as published. */
    static List<String> violations(String endpoint, JsonNode request) {
        Map<String, Field> fields = FIELDS.get(endpoint);
        if (fields == null) {
            return List.of(endpoint + " is not in the table");
        }
        List<String> found = new ArrayList<>();
        check(endpoint, fields, request, found);
        if (endpoint.endsWith("runs/log-batch")) {
            limits(request, found);
        }
        if (endpoint.contains("registered-models")
                && request.path("name").asText().matches(".*[/:].*")) {
            found.add(endpoint + ": a registered model's name has a slash or colon");
        }
        return found;
    }

    private static void check(String where, Map<String, Field> fields, JsonNode object, List<String> found) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Field field = fields.get(entry.getKey());
            String place = where + ": " + entry.getKey();
            if (field == null) {
                found.add(place + " is no field");
            } else {
                problem(field.type(), entry.getValue(), place, found)
                        .ifPresent(problem -> found.add(place + " " + problem));
            }
        }
        fields.forEach((name, field) -> {
            if (field.required() && object.path(name).asText("").isEmpty()) {
                found.add(where + ": " + name + " is required");
            }
        });
    }

    private static Optional<String> problem(String type, JsonNode value, String place, List<String> found) {
        if (type.endsWith("[]")) {
            if (!value.isArray()) {
                return Optional.of("is not an array");
            }
            String element = type.substring(0, type.length() - 2);
            for (JsonNode each : value) {
                if (element.equals("string")) {
                    problem("string", each, place, found).ifPresent(problem -> found.add(place + " " + problem));
                } else {
                    check(place, OBJECTS.getOrDefault(element, Map.of()), each, found);
                }
            }
            return Optional.empty();
        }
        boolean right = switch (type) {
            case "string" -> value.isTextual();
            case "int" -> value.isIntegralNumber() || value.asText().matches("-?[0-9]+");
            case "double" -> value.isNumber();
            default -> Set.of(type.split("\\|")).contains(value.asText());
        };
        return right ? Optional.empty() : Optional.of("is not of type " + type + ": " + value);
    }

    private static void limits(JsonNode batch, List<String> found) {
        int metrics = batch.path("metrics").size();
        int params = batch.path("params").size();
        int tags = batch.path("tags").size();
        if (metrics > MOST_METRICS
                || params > MOST_PARAMS
                || tags > MOST_TAGS
                || metrics + params + tags > MOST_ENTITIES) {
            found.add("log-batch has " + metrics + " metrics, " + params + " params, " + tags + " tags");
        }
        if (batch.toString().length() > LARGEST_BATCH) {
            found.add("log-batch is larger than " + LARGEST_BATCH);
        }
        for (String list : List.of("metrics", "params", "tags")) {
            for (JsonNode each : batch.path(list)) {
                String key = each.path("key").asText();
                if (!key.matches("[/\\w.\\- ]{1," + LONGEST_KEY + "}")) {
                    found.add("log-batch: name is not allowed: " + key);
                }
            }
        }
        batch.path("params").forEach(param -> longest(param, LONGEST_PARAM, found));
        batch.path("tags").forEach(tag -> longest(tag, LONGEST_TAG, found));
    }

    private static void longest(JsonNode pair, int most, List<String> found) {
        if (pair.path("value").asText().length() > most) {
            found.add("log-batch: value of " + pair.path("key").asText() + " is too long");
        }
    }
}
