package dev.watchkeeper.engine.assistant.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.watchkeeper.engine.assistant.plant.PlantTools;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.question.QuestionReader;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import java.util.List;

/**
 * The tools as a language model sees them. It names sensors, assets and times in words, which are understood by the same rules as a
 * user's; so it can ask no more than a user can, and what it asks never becomes an act. Thread-safe.
 */
final class ModelTools {
    private static final int LONGEST_RESULT = 4_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final QuestionReader reader;
    private final PlantTools tools;

    ModelTools(QuestionReader reader, PlantTools tools) {
        this.reader = reader;
        this.tools = tools;
    }

    static List<ToolSpecification> specifications() {
        return List.of(
                tool("status", "What is wrong now in the plant or with one asset"),
                tool("alarms", "Alarms that are open, or that opened in a span of time"),
                tool("count_alarms", "How many alarms there were"),
                tool("explain_alarm", "Why the newest alarm of an asset fired, what happened before, and what to do"),
                tool("sensor_values", "The newest readings of sensors"),
                tool("sensor_history", "Lowest, mean, highest and last reading of sensors over a span of time"),
                tool("drift", "Whether sensors drift away from what their model was trained on"),
                tool("models", "Which model versions run, and how good they are"),
                tool("pipeline", "State, lag and rejects of the stream"),
                tool("kpis", "Figures of the alarm system: load, floods, bad actors"),
                tool("documents", "What manuals and runbooks say"));
    }

    private static ToolSpecification tool(String name, String description) {
        return ToolSpecification.builder()
                .name(name)
                .description(description)
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("asset", "Name of an asset, such as P-101 or pump 1; empty for all")
                        .addStringProperty(
                                "sensor", "A quantity, such as vibration or outlet temperature; empty for none")
                        .addStringProperty(
                                "time", "A span in words, such as since yesterday or last 8 hours; empty for now")
                        .addStringProperty("question", "What to look for in the documents; only for the tool documents")
                        .build())
                .build();
    }

    /** Runs a tool; what cannot be run is said in words, for the model to do better. */
    String run(String name, String arguments) {
        JsonNode node;
        try {
            node = JSON.readTree(arguments.isBlank() ? "{}" : arguments);
        } catch (JsonProcessingException e) {
            return "The arguments are not JSON.";
        }
        ToolCall call = name.equals("documents")
                ? new ToolCall.AskDocuments(node.path("question").asText(""))
                : reader.read(question(name, node), Context.NONE);
        if (call instanceof ToolCall.Propose || call instanceof ToolCall.Remember || call instanceof ToolCall.Recall) {
            return "This tool only reads.";
        }
        String text = tools.answer(call).text();
        return text.length() <= LONGEST_RESULT ? text : text.substring(0, LONGEST_RESULT);
    }

    private static String question(String name, JsonNode node) {
        String asset = node.path("asset").asText("");
        String sensor = node.path("sensor").asText("");
        String time = node.path("time").asText("");
        String of = asset.isBlank() ? "" : " of " + asset;
        return switch (name) {
            case "status" -> "status" + of;
            case "alarms" -> "which alarms" + of + " " + time;
            case "count_alarms" -> "how many alarms" + of + " " + time;
            case "explain_alarm" -> "why did the alarm" + of + " fire";
            case "sensor_values" -> sensor + of + " now";
            case "sensor_history" -> "show " + sensor + of + " " + time;
            case "drift" -> "drift of " + sensor + of;
            case "models" -> "models" + of;
            case "kpis" -> "alarm kpis " + time;
            default -> "pipeline";
        };
    }
}
