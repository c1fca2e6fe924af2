package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.ModelSignature;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The file {@code MLmodel} by which MLflow knows a folder of a run as a model, and the tag by which it knows a run as having
 * one. YAML 1.2 with a flavour of our own; the signature is JSON within it, as MLflow writes it.
 */
final class MlModel {
    /** The tag that lists the models of a run. */
    static final String HISTORY_TAG = "mlflow.log-model.history";

    static final String PATH = Artefact.MODEL_FOLDER + "/MLmodel";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TrackedRun run;
    private final String mlflowRunId;

    MlModel(TrackedRun run, String mlflowRunId) {
        this.run = run;
        this.mlflowRunId = mlflowRunId;
    }

    /** What the file says. */
    String file(ModelSignature signature) {
        ArrayNode inputs = JSON.createArrayNode();
        StringBuilder units = new StringBuilder();
        for (ModelSignature.Input input : signature.inputs()) {
            String unit = input.unit().symbol();
            inputs.add(column(unit.isEmpty() ? input.sensor() : input.sensor() + " [" + unit + "]"));
            units.append("    ")
                    .append(quoted(input.sensor()))
                    .append(": ")
                    .append(quoted(unit))
                    .append('\n');
        }
        String outputs =
                JSON.createArrayNode().add(column(ModelSignature.OUTPUT)).toString();
        return "artifact_path: " + Artefact.MODEL_FOLDER + "\n"
                + "flavors:\n"
                + "  watchkeeper:\n"
                + "    asset: " + quoted(run.asset().value()) + "\n"
                + "    model_number: " + run.modelNumber() + "\n"
                + "metadata:\n"
                + "  units:\n" + units
                + "model_uuid: " + quoted(run.id().value()) + "\n"
                + "run_id: " + quoted(mlflowRunId) + "\n"
                + "signature:\n"
                + "  inputs: " + quoted(inputs.toString()) + "\n"
                + "  outputs: " + quoted(outputs) + "\n"
                + "  params: null\n"
                + "utc_time_created: " + quoted(UTC.format(run.startedAt())) + "\n";
    }

    /** What the tag says. */
    String history() {
        ObjectNode model = JSON.createObjectNode();
        model.put("artifact_path", Artefact.MODEL_FOLDER);
        model.putObject("flavors")
                .putObject("watchkeeper")
                .put("asset", run.asset().value())
                .put("model_number", run.modelNumber());
        model.put("model_uuid", run.id().value());
        model.put("run_id", mlflowRunId);
        model.put("utc_time_created", UTC.format(run.startedAt()));
        return JSON.createArrayNode().add(model).toString();
    }

    private static ObjectNode column(String name) {
        return JSON.createObjectNode().put("type", "double").put("name", name).put("required", true);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
