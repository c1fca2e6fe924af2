package dev.watchkeeper.engine.assistant;

import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.memory.ConversationBook;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.memory.Memory;
import dev.watchkeeper.engine.assistant.memory.Turn;
import dev.watchkeeper.engine.assistant.model.Narrator;
import dev.watchkeeper.engine.assistant.plant.PlantTools;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.question.QuestionReader;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers questions. Understands them by rules, answers from live data and documents, and lets a language model put it into words
 * where the user has set one up; without one, or when it fails, the answer stands as it is. Keeps each conversation.
 *
 * <p>Thread-safe. An answer without a model takes milliseconds, one with a model up to its deadline: not for a thread that draws.
 */
public final class Assistant {
    private static final int MOST_OPEN = 16;
    private static final int MOST_READ = 200;

    private final QuestionReader reader;
    private final PlantTools tools;
    private final ConversationBook book;
    private final Narrator narrator;
    private final InstantSource clock;
    private final Map<ConversationId, Memory> memories = new LinkedHashMap<>(MOST_OPEN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Memory> eldest) {
            return size() > MOST_OPEN;
        }
    };

    public Assistant(
            QuestionReader reader, PlantTools tools, ConversationBook book, Narrator narrator, InstantSource clock) {
        this.reader = reader;
        this.tools = tools;
        this.book = book;
        this.narrator = narrator;
        this.clock = clock;
    }

    /** Answers a question and keeps both. */
    public Reply ask(Question question, Listener listener) {
        ConversationId id = question.conversation().orElseGet(() -> book.begin(question.text(), clock.instant()));
        Memory memory = memory(id);
        ToolCall call = reader.read(question.text(), context(memory, question));
        Answer plain = call instanceof ToolCall.Recall recall
                ? recalled(recall, memory)
                : recalledWhereNoEvidence(tools.answer(call), call, memory);
        listener.understood(call);
        Narrator.Told told = narrator.tell(question.text(), call, plain, memory, listener);
        Turn turn = new Turn(
                0,
                clock.instant(),
                question.text(),
                told.answer().text(),
                told.answer().evidence(),
                told.answer().context());
        book.append(id, turn);
        int number = keep(id, memory, turn);
        return new Reply(id, number, call, told.answer(), told.note());
    }

    /** What is remembered of a conversation. */
    public Memory memory(ConversationId id) {
        synchronized (memories) {
            Memory known = memories.get(id);
            if (known != null) {
                return known;
            }
        }
        Memory memory = new Memory(book.summary(id), List.of());
        for (Turn turn : book.from(id, memory.summary().upTo() + 1, MOST_READ)) {
            memory = memory.with(turn, Assistant::isFact);
        }
        return memory;
    }

    private int keep(ConversationId id, Memory memory, Turn turn) {
        int before = memory.turns().isEmpty()
                ? memory.summary().upTo()
                : memory.turns().get(memory.turns().size() - 1).number();
        Turn numbered =
                new Turn(before + 1, turn.at(), turn.question(), turn.answer(), turn.evidence(), turn.context());
        Memory next = memory.with(numbered, Assistant::isFact);
        if (!next.summary().equals(memory.summary())) {
            next = new Memory(narrator.shorten(next.summary()), next.turns());
            book.keep(id, next.summary());
        }
        synchronized (memories) {
            memories.put(id, next);
        }
        return before + 1;
    }

    /** Whether a turn states something to be remembered, or decides. */
    static boolean isFact(Turn turn) {
        return turn.question()
                .matches(
                        "(?is)(please |also |and )*(remember|note|keep in mind|for the record|fyi|for your information|know)\\b.*");
    }

    private Context context(Memory memory, Question question) {
        if (question.aboutFocus() || memory.turns().isEmpty()) {
            return question.focus();
        }
        Context before = Context.NONE;
        List<Turn> turns = memory.turns();
        for (Turn turn : turns.subList(Math.max(0, turns.size() - 4), turns.size())) {
            ToolCall call = turn.context().call().orElse(null);
            ToolCall read = call == null ? reader.read(turn.question(), before) : call;
            Context own = turn.context();
            boolean said = own.alarmOrNull() != null
                    || own.assetOrNull() != null
                    || !own.sensors().isEmpty();
            before = said
                    ? new Context(read, own.alarmOrNull(), own.assetOrNull(), own.sensors(), own.spanOrNull())
                    : new Context(read, before.alarmOrNull(), before.assetOrNull(), before.sensors(), own.spanOrNull());
        }
        return before;
    }

    private static Answer recalled(ToolCall.Recall call, Memory memory) {
        Optional<String> said = memory.recall(call.question());
        Draft draft = new Draft(call);
        return said.map(line -> draft.text("Earlier in this conversation: “" + line + "”")
                        .done())
                .orElseGet(() -> draft.noEvidence()
                        .text("Nothing like that was said in this conversation.")
                        .done());
    }

    private static Answer recalledWhereNoEvidence(Answer answer, ToolCall call, Memory memory) {
        if (answer.evidence() || !(call instanceof ToolCall.AskDocuments ask)) {
            return answer;
        }
        return memory.recallFact(ask.question())
                .map(line -> new Draft(call)
                        .text("Your documents say nothing of it. Earlier in this conversation: “" + line + "”")
                        .done())
                .orElse(answer);
    }
}
