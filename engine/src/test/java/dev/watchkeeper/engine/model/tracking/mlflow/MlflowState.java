package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an MLflow server remembers, as one that keeps it in files does: it takes every metric that comes, also one that it
 * has already. Not thread-safe.
 */
final class MlflowState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BY_TAG = Pattern.compile("tags\\.\"([^\"]+)\" = '([^']*)'");
    private static final Pattern BY_RUN = Pattern.compile("run_id = '([^']*)'");

    final Map<String, ObjectNode> experiments = new LinkedHashMap<>();
    final Map<String, Run> runs = new LinkedHashMap<>();
    final Map<String, List<Version>> models = new LinkedHashMap<>();
    final Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    String artifactRoot = "mlflow-artifacts:/";
    private int next = 1;

    /** A run; {@code metrics} are in the order in which they came. */
    static final class Run {
        String id = "";
        String experiment = "";
        String name = "";
        String status = "RUNNING";
        String artifactUri = "";
        long startTime;
        long endTime;
        boolean deleted;
        final Map<String, String> params = new LinkedHashMap<>();
        final Map<String, String> tags = new LinkedHashMap<>();
        final List<JsonNode> metrics = new ArrayList<>();
    }

    /** A version of a registered model. */
    record Version(String number, String source, String runId, Map<String, String> tags) {}

    /** The server says no. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        final int status;
        final String code;

        Refusal(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }

    List<Version> versions(String model) {
        return List.copyOf(models.getOrDefault(model, List.of()));
    }

    List<Run> active() {
        return runs.values().stream().filter(run -> !run.deleted).toList();
    }

    JsonNode answer(String endpoint, JsonNode in) throws Refusal {
        return switch (endpoint) {
            case "GET /mlflow/experiments/search" -> searchExperiments();
            case "GET /mlflow/experiments/get-by-name" ->
                experiment(in.path("experiment_name").asText());
            case "POST /mlflow/experiments/create" -> createExperiment(in);
            case "POST /mlflow/runs/create" -> createRun(in);
            case "POST /mlflow/runs/search" -> searchRuns(in);
            case "POST /mlflow/runs/delete" -> deleteRun(in);
            case "POST /mlflow/runs/update" -> updateRun(in);
            case "POST /mlflow/runs/log-batch" -> logBatch(in);
            case "GET /mlflow/metrics/get-history" -> history(in);
            case "GET /mlflow/registered-models/get" -> model(in.path("name").asText());
            case "POST /mlflow/registered-models/create" -> createModel(in);
            case "POST /mlflow/registered-models/alias" -> setAlias(in);
            case "DELETE /mlflow/registered-models/alias" -> deleteAlias(in);
            case "GET /mlflow/model-versions/search" -> searchVersions(in);
            case "POST /mlflow/model-versions/create" -> createVersion(in);
            case "DELETE /mlflow/model-versions/delete" -> deleteVersion(in);
            default -> throw new Refusal(404, "", "no such endpoint");
        };
    }

    private JsonNode searchExperiments() {
        ObjectNode out = JSON.createObjectNode();
        ArrayNode list = out.putArray("experiments");
        experiments.values().stream().limit(1).forEach(list::add);
        return out;
    }

    private JsonNode experiment(String name) throws Refusal {
        ObjectNode found = experiments.get(name);
        if (found == null) {
            throw new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "Could not find experiment with name '" + name + "'");
        }
        return JSON.createObjectNode().set("experiment", found);
    }

    private JsonNode createExperiment(JsonNode in) throws Refusal {
        String name = in.path("name").asText();
        if (experiments.containsKey(name)) {
            throw new Refusal(400, "RESOURCE_ALREADY_EXISTS", "Experiment '" + name + "' already exists.");
        }
        String id = Integer.toString(next++);
        ObjectNode made = JSON.createObjectNode()
                .put("experiment_id", id)
                .put("name", name)
                .put("lifecycle_stage", "active");
        made.set("tags", in.path("tags"));
        experiments.put(name, made);
        return JSON.createObjectNode().put("experiment_id", id);
    }

    private JsonNode createRun(JsonNode in) throws Refusal {
        Run run = new Run();
        run.id = "%032x".formatted(next++);
        run.experiment = in.path("experiment_id").asText();
        if (experiments.values().stream()
                .noneMatch(each -> each.path("experiment_id").asText().equals(run.experiment))) {
            throw new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "No Experiment with id=" + run.experiment + " exists");
        }
        run.name = in.path("run_name").asText();
        run.startTime = in.path("start_time").asLong();
        run.artifactUri = artifactRoot + run.experiment + "/" + run.id + "/artifacts";
        in.path("tags")
                .forEach(tag ->
                        run.tags.put(tag.path("key").asText(), tag.path("value").asText()));
        runs.put(run.id, run);
        return JSON.createObjectNode().set("run", json(run));
    }

    private static ObjectNode json(Run run) {
        ObjectNode out = JSON.createObjectNode();
        out.putObject("info")
                .put("run_uuid", run.id)
                .put("run_id", run.id)
                .put("experiment_id", run.experiment)
                .put("status", run.status)
                .put("start_time", run.startTime)
                .put("artifact_uri", run.artifactUri)
                .put("lifecycle_stage", run.deleted ? "deleted" : "active");
        return out;
    }

    private JsonNode searchRuns(JsonNode in) throws Refusal {
        Matcher filter = BY_TAG.matcher(in.path("filter").asText());
        if (!filter.matches()) {
            throw new Refusal(400, "INVALID_PARAMETER_VALUE", "Invalid clause in filter");
        }
        ObjectNode out = JSON.createObjectNode();
        ArrayNode list = out.putArray("runs");
        active().stream()
                .filter(run -> in.path("experiment_ids").toString().contains("\"" + run.experiment + "\""))
                .filter(run -> filter.group(2).equals(run.tags.get(filter.group(1))))
                .forEach(run -> list.add(json(run)));
        return out;
    }

    private Run existing(String id) throws Refusal {
        Run run = runs.get(id);
        if (run == null) {
            throw new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "Run with id=" + id + " not found");
        }
        if (run.deleted) {
            throw new Refusal(400, "INVALID_PARAMETER_VALUE", "The run " + id + " must be in the 'active' state.");
        }
        return run;
    }

    private JsonNode deleteRun(JsonNode in) throws Refusal {
        existing(in.path("run_id").asText()).deleted = true;
        return JSON.createObjectNode();
    }

    private JsonNode updateRun(JsonNode in) throws Refusal {
        Run run = existing(in.path("run_id").asText());
        run.status = in.path("status").asText(run.status);
        run.endTime = in.path("end_time").asLong(run.endTime);
        return JSON.createObjectNode().set("run_info", json(run).path("info"));
    }

    private JsonNode logBatch(JsonNode in) throws Refusal {
        Run run = existing(in.path("run_id").asText());
        for (JsonNode param : in.path("params")) {
            String value = param.path("value").asText();
            String before = run.params.putIfAbsent(param.path("key").asText(), value);
            if (before != null && !before.equals(value)) {
                throw new Refusal(400, "INVALID_PARAMETER_VALUE", "Changing param values is not allowed.");
            }
        }
        in.path("tags")
                .forEach(tag ->
                        run.tags.put(tag.path("key").asText(), tag.path("value").asText()));
        in.path("metrics").forEach(run.metrics::add);
        return JSON.createObjectNode();
    }

    private JsonNode history(JsonNode in) throws Refusal {
        Run run = existing(in.path("run_id").asText());
        ObjectNode out = JSON.createObjectNode();
        ArrayNode list = out.putArray("metrics");
        run.metrics.stream()
                .filter(metric -> metric.path("key").equals(in.path("metric_key")))
                .forEach(list::add);
        return out;
    }

    private List<Version> versionsOf(String model) throws Refusal {
        List<Version> versions = models.get(model);
        if (versions == null) {
            throw new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "Registered Model with name=" + model + " not found");
        }
        return versions;
    }

    private JsonNode model(String name) throws Refusal {
        versionsOf(name);
        ObjectNode out = JSON.createObjectNode();
        out.putObject("registered_model").put("name", name);
        return out;
    }

    private JsonNode createModel(JsonNode in) throws Refusal {
        String name = in.path("name").asText();
        if (models.putIfAbsent(name, new ArrayList<>()) != null) {
            throw new Refusal(400, "RESOURCE_ALREADY_EXISTS", "Registered Model (name=" + name + ") already exists.");
        }
        return model(name);
    }

    private JsonNode createVersion(JsonNode in) throws Refusal {
        String name = in.path("name").asText();
        Map<String, String> tags = new LinkedHashMap<>();
        in.path("tags")
                .forEach(tag ->
                        tags.put(tag.path("key").asText(), tag.path("value").asText()));
        List<Version> versions = versionsOf(name);
        Version made = new Version(
                Integer.toString(versions.size() + 1),
                in.path("source").asText(),
                in.path("run_id").asText(),
                tags);
        versions.add(made);
        ObjectNode out = JSON.createObjectNode();
        out.putObject("model_version")
                .put("name", name)
                .put("version", made.number())
                .put("run_id", made.runId());
        return out;
    }

    private JsonNode deleteVersion(JsonNode in) throws Refusal {
        String name = in.path("name").asText();
        versionsOf(name)
                .removeIf(version -> version.number().equals(in.path("version").asText()));
        return JSON.createObjectNode();
    }

    private JsonNode searchVersions(JsonNode in) throws Refusal {
        Matcher filter = BY_RUN.matcher(in.path("filter").asText());
        if (!filter.matches()) {
            throw new Refusal(400, "INVALID_PARAMETER_VALUE", "Invalid clause in filter");
        }
        ObjectNode out = JSON.createObjectNode();
        ArrayNode list = out.putArray("model_versions");
        models.forEach((name, versions) -> versions.stream()
                .filter(version -> version.runId().equals(filter.group(1)))
                .forEach(version -> list.addObject()
                        .put("name", name)
                        .put("version", version.number())
                        .put("run_id", version.runId())));
        return out;
    }

    private JsonNode setAlias(JsonNode in) throws Refusal {
        String name = in.path("name").asText();
        String version = in.path("version").asText();
        if (versionsOf(name).stream().noneMatch(each -> each.number().equals(version))) {
            throw new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "Model Version (version=" + version + ") not found");
        }
        aliases.computeIfAbsent(name, model -> new LinkedHashMap<>())
                .put(in.path("alias").asText(), version);
        return JSON.createObjectNode();
    }

    private JsonNode deleteAlias(JsonNode in) throws Refusal {
        versionsOf(in.path("name").asText());
        aliases.getOrDefault(in.path("name").asText(), Map.of())
                .remove(in.path("alias").asText());
        return JSON.createObjectNode();
    }
}
