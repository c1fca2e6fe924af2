package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Phrase;
import dev.watchkeeper.engine.assistant.tool.ToolCall;

/**
 * Answers calls from live data and documents. Reads only: what is to be done becomes a proposal. Thread-safe; may wait for the local
 * stores, so not for a thread that draws.
 */
public final class PlantTools {
    private final AlarmTools alarms;
    private final SensorTools sensors;
    private final ExplainTool explain;
    private final ModelTools models;
    private final SystemTools system;
    private final ActTools acts;
    private final DocumentTool documents;

    public PlantTools(PlantPorts ports) {
        Phrase phrase = new Phrase(ports.clock(), ports.zone());
        alarms = new AlarmTools(ports, phrase);
        sensors = new SensorTools(ports, phrase);
        explain = new ExplainTool(ports, alarms, sensors, phrase);
        models = new ModelTools(ports, phrase);
        system = new SystemTools(ports, alarms, phrase);
        acts = new ActTools(ports, alarms, phrase);
        documents = new DocumentTool(ports.knowledge());
    }

    /** Answers a call; every number in the answer is as the ports said at that moment. */
    public Answer answer(ToolCall call) {
        if (call instanceof ToolCall.Status status) {
            return system.status(status);
        } else if (call instanceof ToolCall.ListAlarms list) {
            return alarms.list(list);
        } else if (call instanceof ToolCall.CountAlarms count) {
            return alarms.count(count);
        } else if (call instanceof ToolCall.LastAlarm last) {
            return alarms.last(last);
        } else if (call instanceof ToolCall.ExplainAlarm why) {
            return explain.explain(why);
        } else if (call instanceof ToolCall.CountSimilar similar) {
            return explain.similar(similar);
        } else if (call instanceof ToolCall.SensorValues values) {
            return sensors.values(values);
        } else if (call instanceof ToolCall.SensorHistory history) {
            return sensors.history(history);
        } else if (call instanceof ToolCall.CompareHistory compare) {
            return sensors.compare(compare);
        }
        return rest(call);
    }

    private Answer rest(ToolCall call) {
        if (call instanceof ToolCall.DriftState drift) {
            return models.drift(drift);
        } else if (call instanceof ToolCall.ModelState model) {
            return models.models(model);
        } else if (call instanceof ToolCall.PipelineState pipeline) {
            return system.pipeline(pipeline);
        } else if (call instanceof ToolCall.KpiFigures kpis) {
            return system.kpis(kpis);
        } else if (call instanceof ToolCall.Suppressed suppressed) {
            return system.suppressed(suppressed);
        } else if (call instanceof ToolCall.Propose propose) {
            return acts.propose(propose);
        } else if (call instanceof ToolCall.AskDocuments ask) {
            return documents.ask(ask);
        } else if (call instanceof ToolCall.Remember) {
            return new Draft(call).text("Noted, for this conversation.").done();
        }
        return new Draft(call)
                .text(
                        "Ask about the plant: “what is wrong now”, “why did pump 2 alarm”, “show vibration of pump 3 since"
                                + " yesterday”, “how often did this happen this month”, “is the model drifting”. Ask the documents:"
                                + " “how do I grease a bearing”. Say “shelve it for an hour” and a button appears; nothing is done before"
                                + " you click.")
                .done();
    }
}
