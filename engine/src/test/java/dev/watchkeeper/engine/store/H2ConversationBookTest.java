package dev.watchkeeper.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.memory.ConversationBook;
import dev.watchkeeper.engine.assistant.memory.ConversationHead;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.memory.Rating;
import dev.watchkeeper.engine.assistant.memory.Summary;
import dev.watchkeeper.engine.assistant.memory.Turn;
import dev.watchkeeper.engine.assistant.plant.ActBook;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ConversationBookTest {
    private static final Instant START = Instant.parse("2026-03-17T02:12:40Z");
    private static final SensorId FLOW = SensorId.of("P-101", "flow");

    @TempDir
    Path folder;

    private static Turn turn(int number, String question, String answer) {
        return new Turn(
                number,
                START.plusSeconds(number),
                question,
                answer,
                true,
                new Context(
                        null,
                        new AlarmId("a"),
                        FLOW.asset(),
                        List.of(FLOW),
                        TimeSpan.before(START, Duration.ofHours(1))));
    }

    @Test
    void conversationsSurviveTheEndOfTheProcess() {
        ConversationId id;
        Summary summary = new Summary(1, List.of("remember this"), List.of("a → b 1", "c → d 2"), "prose");
        try (Store store = Store.open(folder)) {
            ConversationBook book = store.conversations();
            id = book.begin("What is wrong?", START);
            book.append(id, turn(1, "What is wrong?", "Two alarms."));
            book.append(id, turn(2, "And yesterday?", "None."));
            book.keep(id, summary);
            book.rate(id, 2, Rating.DOWN);
        }

        try (Store store = Store.open(folder)) {
            ConversationBook book = store.conversations();

            assertThat(book.last(id, 10))
                    .containsExactly(turn(1, "What is wrong?", "Two alarms."), turn(2, "And yesterday?", "None."));
            assertThat(book.from(id, 2, 10)).extracting(Turn::number).containsExactly(2);
            assertThat(book.summary(id)).isEqualTo(summary);
            assertThat(book.find(id)).contains(new ConversationHead(id, "What is wrong?", START.plusSeconds(2), 2));
        }
    }

    @Test
    void theyAreFoundByAWordOfAQuestionOrAnAnswerAndDeletedForGood() {
        try (Store store = Store.open(folder)) {
            ConversationBook book = store.conversations();
            ConversationId first = book.begin("First", START);
            book.append(first, turn(1, "How is the IMPELLER?", "Worn."));
            ConversationId second = book.begin("Second", START);
            book.append(second, turn(2, "Flow?", "100 % of 20 m³/h"));

            assertThat(book.search("impeller", 5))
                    .extracting(ConversationHead::id)
                    .containsExactly(first);
            assertThat(book.search("100 %", 5)).extracting(ConversationHead::id).containsExactly(second);
            assertThat(book.newest(5)).extracting(ConversationHead::id).containsExactly(second, first);

            book.delete(first);

            assertThat(book.search("impeller", 5)).isEmpty();
            assertThat(book.last(first, 5)).isEmpty();
        }
    }

    @Test
    void theRecordOfActsOnlyGrows() {
        try (Store store = Store.open(folder)) {
            ActBook book = store.acts();
            ActBook.Entry entry =
                    new ActBook.Entry(START, "ada", "Shelve", "P-101", "shown", "shelved until 04:00", "done");
            book.append(entry);

            assertThat(book.newest(3)).containsExactly(entry);
            assertThatThrownBy(() -> store.jdbi().useHandle(handle -> handle.execute("DELETE FROM assistant_act")))
                    .hasMessageContaining("never");
        }
    }
}
