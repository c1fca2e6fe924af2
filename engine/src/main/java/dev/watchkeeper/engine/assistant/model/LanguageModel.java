package dev.watchkeeper.engine.assistant.model;

import dev.watchkeeper.engine.assistant.Listener;
import java.util.List;
import java.util.function.BiFunction;

/** A language model. Thread-safe. */
public interface LanguageModel {
    /**
     * What is said to it.
     *
     * @param rules how it is to answer
     * @param said the last turns, in their order: question and answer in turn
     * @param question with what is known for it
     */
    record Prompt(String rules, List<String> said, String question) {
        public Prompt {
            said = List.copyOf(said);
        }
    }

    /**
     * Answers, word by word to the listener.
     *
     * @param tool runs a tool by its name with its arguments as JSON and returns what it says
     * @return the whole answer; never blank
     * @throws ModelException when it fails, or the deadline is over, or the listener has cancelled
     */
    String answer(Prompt prompt, BiFunction<String, String, String> tool, Listener listener);
}
