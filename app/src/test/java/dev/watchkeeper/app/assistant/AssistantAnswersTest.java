package dev.watchkeeper.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.assistant.Question;
import dev.watchkeeper.engine.assistant.Reply;
import dev.watchkeeper.engine.assistant.answer.Act;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Figure;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.memory.Memory;
import dev.watchkeeper.engine.assistant.memory.Summary;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The assistant over a whole plant: what it says is what the ports say, and what it does it only does when told. */
class AssistantAnswersTest {
    private static final SensorId FLOW = SensorId.of("pump-1", "flow");

    private final FakePlant plant = new FakePlant();
    private @Nullable ConversationId conversation;

    private Reply ask(String text) {
        Reply reply = plant.helpdesk()
                .ports()
                .assistant()
                .ask(new Question(text, conversation, Context.NONE, false), Listener.NONE);
        conversation = reply.conversation();
        return reply;
    }

    private static double figure(Reply reply, String name) {
        return reply.answer().figures().stream()
                .filter(one -> one.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(name + " is not in " + reply.answer().figures()));
    }

    @Test
    void theNumberOfOpenAlarmsIsThatOfTheBook() {
        long open = plant.alarms().current().size();

        Reply reply = ask("how many alarms are open?");

        assertThat(figure(reply, "alarms")).isEqualTo((double) open);
        assertThat(reply.answer().text()).startsWith(open + " alarms are open now");
    }

    @Test
    void theNumberOfAlarmsOfASpanIsThatOfTheBook() {
        Instant now = plant.clock().instant();
        int opened = plant.alarms()
                .opened(TimeSpan.before(now, Duration.ofDays(7)), 1_000)
                .size();

        Reply reply = ask("how many alarms in the last 7 days");

        assertThat(figure(reply, "alarms")).isEqualTo(opened).isGreaterThan(5);
        assertThat(reply.answer().sources()).hasSize(1).first().isInstanceOf(Source.Data.class);
    }

    @Test
    void aValueIsTheNewestReading() {
        double newest = plant.live().latest(FLOW).orElseThrow().reading().value();

        Reply reply = ask("what is the flow of pump 1");

        assertThat(figure(reply, FLOW.toString())).isEqualTo(newest);
        assertThat(reply.answer().text()).contains("Flow of Pump 1").contains("m³/h");
    }

    @Test
    void statisticsAreTakenOverEveryReadingOfTheSpanAndDrawn() {
        Instant now = plant.clock().instant();
        List<Double> values = new ArrayList<>();
        plant.history()
                .forEachReading(
                        FLOW, TimeSpan.before(now, Duration.ofMinutes(20)), reading -> values.add(reading.value()));

        Reply reply = ask("plot the flow of pump 1 over the last 20 minutes");

        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(figure(reply, FLOW + " mean")).isCloseTo(mean, within(1e-9));
        assertThat(figure(reply, FLOW + " highest"))
                .isEqualTo(
                        values.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        assertThat(figure(reply, FLOW + " readings")).isEqualTo(values.size());
        assertThat(reply.answer().blocks())
                .filteredOn(Block.Chart.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whyAnAlarmFiredJoinsEvidenceSimilarEventsAndTheRunbook() {
        Alarm alarm = plant.alarms().find(new AlarmId("a-7")).orElseThrow();

        Reply reply = ask("why did pump 2 alarm?");

        assertThat(figure(reply, "pump-2/vibration share"))
                .isEqualTo(alarm.contributions().get(0).share());
        assertThat(figure(reply, "score")).isEqualTo(alarm.score());
        assertThat(reply.answer().text())
                .contains(alarm.message())
                .contains("Vibration 56 %")
                .contains(alarm.guidance().cause())
                .contains(alarm.guidance().action())
                .contains("similar event")
                .contains("acknowledged by k.sato")
                .contains("Switch to the standby pump");
        assertThat(reply.answer().sources())
                .anyMatch(source ->
                        source instanceof Source.Data data && data.window().equals(alarm.window()))
                .anyMatch(source -> source instanceof Source.Document document
                        && document.place().title().equals("Runbook: pump bearings"));
    }

    @Test
    void followUpsAreUnderstoodFromWhatWasSaid() {
        ask("why did pump 2 alarm?");

        assertThat(ask("how often did this happen this month?").call()).isInstanceOf(ToolCall.CountSimilar.class);
        Reply shown = ask("show me");
        Reply shelf = ask("shelve it for an hour");

        assertThat(shown.call()).isInstanceOf(ToolCall.SensorHistory.class);
        assertThat(shelf.answer().proposals())
                .singleElement()
                .satisfies(one -> assertThat(one.act()).isInstanceOfSatisfying(Act.Shelve.class, shelve -> {
                    assertThat(shelve.source().asset().value()).isEqualTo("pump-2");
                    assertThat(shelve.length()).isEqualTo(Duration.ofHours(1));
                }));
        assertThat(plant.alarms().suppressions()).isEmpty();
    }

    @Test
    void anotherTimeOrAssetAsksTheSameAgain() {
        ask("show the flow of pump 1 since 3:00");

        ToolCall other = ask("and pump 2?").call();
        ToolCall yesterday = ask("and yesterday?").call();

        assertThat(other)
                .isInstanceOfSatisfying(
                        ToolCall.SensorHistory.class,
                        history -> assertThat(history.sensors()).containsExactly(SensorId.of("pump-2", "flow")));
        assertThat(yesterday).isInstanceOfSatisfying(ToolCall.SensorHistory.class, history -> {
            assertThat(history.sensors()).containsExactly(SensorId.of("pump-2", "flow"));
            assertThat(history.span().length()).isEqualTo(Duration.ofDays(1));
        });
    }

    @Test
    void whatTheDocumentsDoNotSayIsRefusedWithWhatCanBeDone() {
        Reply reply = ask("who painted the ceiling of the sistine chapel?");

        assertThat(reply.answer().evidence()).isFalse();
        assertThat(reply.answer().text())
                .contains("no evidence in your documents")
                .contains("Settings");
    }

    @Test
    void memoryStaysBoundedOverTwoHundredTurnsAndFactsOfTurnThreeAreStillAnswered() {
        ask("what is wrong now");
        ask("how many alarms are open?");
        ask("Remember that the impeller of pump 2 was replaced on 3 March by the night crew");
        Memory memory = Memory.NONE;
        int most = 0;
        for (int turn = 4; turn <= 200; turn++) {
            ask(
                    turn % 3 == 0
                            ? "what is the flow of pump 1"
                            : turn % 3 == 1 ? "which alarms are open" : "why did pump 2 alarm?");
            memory = plant.helpdesk().ports().assistant().memory(Objects.requireNonNull(conversation));
            most = Math.max(most, memory.tokens());
        }

        Reply recalled = ask("what did I say about the impeller?");
        Reply followed = ask("and pump 2?");

        assertThat(most).isLessThan(4_500);
        assertThat(memory.turns()).hasSizeLessThanOrEqualTo(Memory.MOST_TURNS);
        assertThat(memory.summary().digest()).hasSizeLessThanOrEqualTo(Summary.MOST_LINES);
        assertThat(recalled.answer().evidence()).isTrue();
        assertThat(recalled.answer().text()).contains("replaced on 3 March by the night crew");
        assertThat(followed.turn()).isEqualTo(202);
    }
}
