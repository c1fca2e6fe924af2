package dev.watchkeeper.engine.assistant;

import dev.watchkeeper.engine.assistant.tool.ToolCall;

/** Hears of an answer while it is made, in the thread that makes it or one of a language model. Must be quick. */
public interface Listener {
    /** Hears nothing and never cancels. */
    Listener NONE = new Listener() {};

    /** The question was understood. */
    default void understood(ToolCall call) {}

    /** More words of a language model. */
    default void words(String piece) {}

    /** What the language model said so far no longer counts. */
    default void startOver() {}

    /** Whether nobody waits for more words; what is known without a model is then the answer. */
    default boolean cancelled() {
        return false;
    }
}
