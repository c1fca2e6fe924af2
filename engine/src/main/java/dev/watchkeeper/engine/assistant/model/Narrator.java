package dev.watchkeeper.engine.assistant.model;

import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.memory.Memory;
import dev.watchkeeper.engine.assistant.memory.Summary;
import dev.watchkeeper.engine.assistant.tool.ToolCall;

/** Puts an answer into words. Thread-safe. */
public interface Narrator {
    /** Leaves every answer as it is. */
    Narrator PLAIN = (question, call, plain, memory, listener) -> new Told(plain, "");

    /**
     * An answer and how it came about.
     *
     * @param note for the user; empty for nothing
     */
    record Told(Answer answer, String note) {}

    /** Tells it; when that is not possible, the plain answer with a note that says so. */
    Told tell(String question, ToolCall call, Answer plain, Memory memory, Listener listener);

    /** Shortens a summary where it can; else leaves it. */
    default Summary shorten(Summary summary) {
        return summary;
    }
}
