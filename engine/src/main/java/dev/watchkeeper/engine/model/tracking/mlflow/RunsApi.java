package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.MirrorBook.Place;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mlflow.api.proto.Service;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;

/** Experiments and runs at an MLflow server. What may be sent twice goes by MLflow's client, the rest exactly once. */
final class RunsApi {
    private static final int MOST_DOUBLES = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TimedClient client;
    private final MlflowHttp http;

    RunsApi(TimedClient client, MlflowHttp http) {
        this.client = client;
        this.http = http;
    }

    /** The experiment of a name, which is made where it is missing. */
    String experiment(String name, Map<String, String> tags) throws MlflowFailure {
        Optional<Experiment> found = client.call(mlflow -> mlflow.getExperimentByName(name));
        if (found.isEmpty()) {
            return create(name, tags);
        }
        if (found.get().getLifecycleStage().equals("deleted")) {
            throw new MlflowFailure(
                    MlflowFailure.Reach.ASSET,
                    "Experiment " + name + " is deleted at MLflow; restore it there, or choose another prefix.");
        }
        return found.get().getExperimentId();
    }

    private String create(String name, Map<String, String> tags) throws MlflowFailure {
        CreateExperiment.Builder request = CreateExperiment.newBuilder().setName(name);
        tags.forEach((key, value) ->
                request.addTags(ExperimentTag.newBuilder().setKey(key).setValue(value)));
        try {
            return client.call(mlflow -> mlflow.createExperiment(request.build()));
        } catch (MlflowFailure failure) {
            if (!failure.isCode("RESOURCE_ALREADY_EXISTS")) {
                throw failure;
            }
            return client.call(mlflow -> mlflow.getExperimentByName(name))
                    .map(Experiment::getExperimentId)
                    .orElseThrow(() -> failure);
        }
    }

    /** The runs of an experiment that carry the tag of one of ours, the earliest first: usually none or one. */
    List<Place> find(String experiment, RunId run) throws MlflowFailure {
        String filter = "tags.\"" + Names.RUN_TAG + "\" = '" + run + "'";
        return client
                .call(mlflow -> mlflow.searchRuns(
                        List.of(experiment),
                        filter,
                        ViewType.ACTIVE_ONLY,
                        MOST_DOUBLES,
                        List.of("attributes.start_time ASC")))
                .getItems()
                .stream()
                .map(RunsApi::place)
                .toList();
    }

    private static Place place(Run run) {
        return new Place(
                run.getInfo().getExperimentId(),
                run.getInfo().getRunId(),
                run.getInfo().getArtifactUri(),
                "");
    }

    /** Makes a run. Sent once: whoever does not hear of it must look whether it is there. */
    Place create(String experiment, String name, Instant startedAt, Map<String, String> tags) throws MlflowFailure {
        ObjectNode request = JSON.createObjectNode()
                .put("experiment_id", experiment)
                .put("run_name", name)
                .put("start_time", startedAt.toEpochMilli());
        ArrayNode list = request.putArray("tags");
        tags.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
        JsonNode info = http.post("runs/create", request).path("run").path("info");
        return new Place(
                info.path("experiment_id").asText(experiment),
                info.path("run_id").asText(),
                info.path("artifact_uri").asText(),
                "");
    }

    void delete(String mlflowRunId) throws MlflowFailure {
        client.call(mlflow -> {
            mlflow.deleteRun(mlflowRunId);
            return true;
        });
    }

    void logParams(String mlflowRunId, Map<String, String> params) throws MlflowFailure {
        List<Param> list = params.entrySet().stream()
                .map(entry -> Param.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(entry.getValue())
                        .build())
                .toList();
        client.call(mlflow -> {
            mlflow.logBatch(mlflowRunId, List.of(), list, List.of());
            return true;
        });
    }

    void setTags(String mlflowRunId, Map<String, String> tags) throws MlflowFailure {
        List<RunTag> list = tags.entrySet().stream()
                .map(entry -> RunTag.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(entry.getValue())
                        .build())
                .toList();
        client.call(mlflow -> {
            mlflow.logBatch(mlflowRunId, List.of(), List.of(), list);
            return true;
        });
    }

    /** Adds points. Sent once: a server that keeps its runs in files would double them. */
    void logMetrics(String mlflowRunId, List<MetricPoint> points) throws MlflowFailure {
        if (points.isEmpty()) {
            return;
        }
        ObjectNode request = JSON.createObjectNode().put("run_id", mlflowRunId);
        ArrayNode metrics = request.putArray("metrics");
        for (MetricPoint point : points) {
            metrics.addObject()
                    .put("key", point.name())
                    .put("value", point.value())
                    .put("timestamp", point.time().toEpochMilli())
                    .put("step", point.step());
        }
        http.post("runs/log-batch", request);
    }

    /** Those of the points that the run does not have yet. */
    List<MetricPoint> missing(String mlflowRunId, List<MetricPoint> points) throws MlflowFailure {
        Set<MetricPoint> there = new HashSet<>();
        Set<String> names = new TreeSet<>();
        points.forEach(point -> names.add(point.name()));
        for (String name : names) {
            for (Service.Metric metric : client.call(mlflow -> mlflow.getMetricHistory(mlflowRunId, name))) {
                there.add(new MetricPoint(
                        name, metric.getStep(), Instant.ofEpochMilli(metric.getTimestamp()), metric.getValue()));
            }
        }
        return points.stream().filter(point -> !there.contains(point)).toList();
    }

    void finish(String mlflowRunId, RunStatus status, Instant at) throws MlflowFailure {
        Service.RunStatus theirs = Service.RunStatus.valueOf(status.name());
        client.call(mlflow -> {
            mlflow.setTerminated(mlflowRunId, theirs, at.toEpochMilli());
            return true;
        });
    }
}
