package dev.watchkeeper.app.assistant;

import dev.watchkeeper.engine.assistant.Reply;
import dev.watchkeeper.engine.assistant.memory.Rating;
import java.util.Map;

/**
 * A question and what has become of it.
 *
 * @param key tells it from others of this pane
 */
record Exchange(long key, String question, State state) {
    /** How far the answer is. */
    sealed interface State {}

    /** It is being made; what a language model has said so far, which may be nothing. */
    record Thinking(String words) implements State {}

    /**
     * It is there.
     *
     * @param outcomes by the place of a proposal what came of its click
     */
    record Answered(Reply reply, Rating rating, Map<Integer, String> outcomes) implements State {
        Answered {
            outcomes = Map.copyOf(outcomes);
        }
    }

    /** An answer of a conversation of the past, in its words. */
    record Kept(String answer) implements State {}

    /** There is none; the sentence says why and what to do. */
    record Failed(String sentence) implements State {}

    Exchange with(State next) {
        return new Exchange(key, question, next);
    }
}
