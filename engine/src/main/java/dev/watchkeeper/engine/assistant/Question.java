package dev.watchkeeper.engine.assistant;

import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.question.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param conversationOrNull the one that it goes on with; null to begin one
 * @param focus what the user looks at
 * @param aboutFocus whether it is about that, whatever was spoken of before
 */
public record Question(String text, @Nullable ConversationId conversationOrNull, Context focus, boolean aboutFocus) {
    /** @throws IllegalArgumentException when the text is blank */
    public Question {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the question is empty");
        }
    }

    /** One that begins a conversation. */
    public static Question of(String text) {
        return new Question(text, null, Context.NONE, false);
    }

    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(conversationOrNull);
    }
}
