package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;

/** Registered models and their versions at an MLflow server. */
final class ModelsApi {
    private static final int MOST_VERSIONS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TimedClient client;
    private final MlflowHttp http;

    ModelsApi(TimedClient client, MlflowHttp http) {
        this.client = client;
        this.http = http;
    }

    /** Makes a registered model where it is missing. */
    void ensure(String model, String description, Map<String, String> tags) throws MlflowFailure {
        try {
            client.call(mlflow -> mlflow.getRegisteredModel(model));
        } catch (MlflowFailure missing) {
            if (!missing.isCode("RESOURCE_DOES_NOT_EXIST")) {
                throw missing;
            }
            ObjectNode request = JSON.createObjectNode().put("name", model).put("description", description);
            putTags(request, tags);
            try {
                client.call(mlflow -> mlflow.sendPost("registered-models/create", request.toString()));
            } catch (MlflowFailure made) {
                if (!made.isCode("RESOURCE_ALREADY_EXISTS")) {
                    throw made;
                }
            }
        }
    }

    /** The versions that a run made of a model, the first first: usually none or one. */
    List<String> versions(String model, String mlflowRunId) throws MlflowFailure {
        return client
                .call(mlflow -> mlflow.searchModelVersions("run_id = '" + mlflowRunId + "'", MOST_VERSIONS, List.of()))
                .getItems()
                .stream()
                .filter(version -> version.getName().equals(model))
                .map(ModelVersion::getVersion)
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList();
    }

    /** Makes a version. Sent once: whoever does not hear of it must look whether it is there. */
    String create(String model, String source, String mlflowRunId, String description, Map<String, String> tags)
            throws MlflowFailure {
        ObjectNode request = JSON.createObjectNode()
                .put("name", model)
                .put("source", source)
                .put("run_id", mlflowRunId)
                .put("description", description);
        putTags(request, tags);
        return http.post("model-versions/create", request)
                .path("model_version")
                .path("version")
                .asText();
    }

    void delete(String model, String version) throws MlflowFailure {
        http.delete(
                "model-versions/delete",
                JSON.createObjectNode().put("name", model).put("version", version));
    }

    void setAlias(String model, ModelAlias alias, String version) throws MlflowFailure {
        ObjectNode request = JSON.createObjectNode()
                .put("name", model)
                .put("alias", alias.label())
                .put("version", version);
        client.call(mlflow -> mlflow.sendPost("registered-models/alias", request.toString()));
    }

    /** Takes an alias away; where it is not there, nothing happens. */
    void deleteAlias(String model, ModelAlias alias) throws MlflowFailure {
        try {
            http.delete(
                    "registered-models/alias",
                    JSON.createObjectNode().put("name", model).put("alias", alias.label()));
        } catch (MlflowFailure failure) {
            if (!failure.isCode("RESOURCE_DOES_NOT_EXIST")) {
                throw failure;
            }
        }
    }

    private static void putTags(ObjectNode request, Map<String, String> tags) {
        ArrayNode list = request.putArray("tags");
        tags.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    }
}
