package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.assistant.memory.ConversationBook;
import dev.watchkeeper.engine.assistant.memory.ConversationHead;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.memory.Rating;
import dev.watchkeeper.engine.assistant.memory.Summary;
import dev.watchkeeper.engine.assistant.memory.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Conversations in memory. */
public final class MemoryConversations implements ConversationBook {
    private final Map<ConversationId, ConversationHead> heads = new LinkedHashMap<>();
    private final Map<ConversationId, List<Turn>> turns = new LinkedHashMap<>();
    private final Map<ConversationId, Summary> summaries = new LinkedHashMap<>();
    private final Map<String, Rating> ratings = new LinkedHashMap<>();

    /** What somebody thought of an answer. */
    public synchronized Rating rating(ConversationId id, int turn) {
        return ratings.getOrDefault(id + "/" + turn, Rating.NONE);
    }

    @Override
    public synchronized ConversationId begin(String title, Instant at) {
        ConversationId id = new ConversationId(heads.size() + 1L);
        heads.put(id, new ConversationHead(id, title, at, 0));
        turns.put(id, new ArrayList<>());
        return id;
    }

    @Override
    public synchronized void append(ConversationId id, Turn turn) {
        List<Turn> own = turns.getOrDefault(id, new ArrayList<>());
        own.add(new Turn(own.size() + 1, turn.at(), turn.question(), turn.answer(), turn.evidence(), turn.context()));
        heads.computeIfPresent(id, (key, head) -> new ConversationHead(key, head.title(), turn.at(), own.size()));
    }

    @Override
    public synchronized Optional<ConversationHead> find(ConversationId id) {
        return Optional.ofNullable(heads.get(id));
    }

    @Override
    public synchronized List<Turn> last(ConversationId id, int most) {
        List<Turn> own = turns.getOrDefault(id, List.of());
        return List.copyOf(own.subList(Math.max(0, own.size() - most), own.size()));
    }

    @Override
    public synchronized List<Turn> from(ConversationId id, int number, int most) {
        return turns.getOrDefault(id, List.of()).stream()
                .filter(turn -> turn.number() >= number)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<ConversationHead> newest(int most) {
        List<ConversationHead> all = new ArrayList<>(heads.values());
        Collections.reverse(all);
        return all.stream().limit(most).toList();
    }

    @Override
    public synchronized List<ConversationHead> search(String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return newest(most).stream()
                .filter(head -> turns.getOrDefault(head.id(), List.of()).stream()
                        .anyMatch(turn -> (turn.question() + turn.answer())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted)))
                .toList();
    }

    @Override
    public synchronized void delete(ConversationId id) {
        heads.remove(id);
        turns.remove(id);
    }

    @Override
    public synchronized void rate(ConversationId id, int turn, Rating rating) {
        ratings.put(id + "/" + turn, rating);
    }

    @Override
    public synchronized Summary summary(ConversationId id) {
        return summaries.getOrDefault(id, Summary.NONE);
    }

    @Override
    public synchronized void keep(ConversationId id, Summary summary) {
        summaries.put(id, summary);
    }
}
