package dev.watchkeeper.engine.assistant.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps conversations. Thread-safe; what is appended survives the end of the process. */
public interface ConversationBook {
    /** Begins one. */
    ConversationId begin(String title, Instant at);

    /** Adds a turn, numbered after the last one. */
    void append(ConversationId id, Turn turn);

    Optional<ConversationHead> find(ConversationId id);

    /** The last turns, at most so many, in their order. */
    List<Turn> last(ConversationId id, int most);

    /** The turns from a number on, at most so many, in their order. */
    List<Turn> from(ConversationId id, int number, int most);

    /** The newest first. */
    List<ConversationHead> newest(int most);

    /** Those in which a question or an answer holds a text, in whichever case; the newest first. */
    List<ConversationHead> search(String text, int most);

    /** Takes a conversation with all its turns away; one that is not there is no matter. */
    void delete(ConversationId id);

    /** Keeps what a user thinks of an answer. */
    void rate(ConversationId id, int turn, Rating rating);

    /** The summary that was kept last. */
    Summary summary(ConversationId id);

    void keep(ConversationId id, Summary summary);
}
