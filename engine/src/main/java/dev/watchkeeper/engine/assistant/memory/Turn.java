package dev.watchkeeper.engine.assistant.memory;

import dev.watchkeeper.engine.assistant.question.Context;
import java.time.Instant;

/**
 * A question and its answer.
 *
 * @param number counted from 1 within its conversation
 * @param answer its words
 * @param context what was spoken of, without the call: that is read from the question again
 */
public record Turn(int number, Instant at, String question, String answer, boolean evidence, Context context) {
    private static final int CHARACTERS_PER_TOKEN = 4;

    /** About how many tokens a language model would count. */
    public int tokens() {
        return (question.length() + answer.length()) / CHARACTERS_PER_TOKEN + 8;
    }
}
