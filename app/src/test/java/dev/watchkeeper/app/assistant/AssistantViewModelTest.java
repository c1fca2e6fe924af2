package dev.watchkeeper.app.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.ManualPulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.answer.Act;
import dev.watchkeeper.engine.assistant.memory.Rating;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssistantViewModelTest {
    private static final AlarmId HOT = new AlarmId("a-7");

    private final FakePlant plant = new FakePlant();
    private final AssistantViewModel model = model(false);

    private AssistantViewModel model(boolean readOnly) {
        ScreenContext context = new ScreenContext(
                plant.clock(),
                new Formats(ZoneId.of("Europe/Berlin")),
                new ManualPulse(),
                Runnable::run,
                Runnable::run);
        return new AssistantViewModel(plant.helpdesk().ports(), context, "m.weber", readOnly);
    }

    private static Exchange.Answered last(AssistantViewModel model) {
        return (Exchange.Answered)
                model.exchanges().get(model.exchanges().size() - 1).state();
    }

    private static Exchange exchange(AssistantViewModel model) {
        return model.exchanges().get(model.exchanges().size() - 1);
    }

    @Test
    void nothingIsDoneBeforeTheClickAndThenInTheUsersNameAndOnRecord() {
        model.ask("acknowledge the alarm on pump 2");
        boolean before = plant.alarms().find(HOT).orElseThrow().state().acknowledged();

        model.carryOut(exchange(model), 0);

        assertThat(before).isFalse();
        assertThat(plant.alarms()
                        .find(HOT)
                        .orElseThrow()
                        .acknowledgment()
                        .orElseThrow()
                        .user())
                .isEqualTo("m.weber");
        assertThat(last(model).outcomes().get(0)).startsWith("Done.");
        assertThat(plant.helpdesk().acts()).singleElement().satisfies(entry -> {
            assertThat(entry.user()).isEqualTo("m.weber");
            assertThat(entry.before()).isEqualTo("unacknowledged");
            assertThat(entry.after()).isEqualTo("acknowledged");
            assertThat(entry.outcome()).isEqualTo("done");
        });
    }

    @Test
    void aSecondClickDoesNothing() {
        model.ask("shelve pump 1 for two hours");

        model.carryOut(exchange(model), 0);
        model.carryOut(exchange(model), 0);

        assertThat(plant.alarms().suppressions()).hasSize(1);
        assertThat(plant.helpdesk().acts()).hasSize(1);
    }

    @Test
    void aConsoleThatMayOnlyReadDoesNothing() {
        AssistantViewModel reading = model(true);
        reading.ask("acknowledge the alarm on pump 2");

        reading.carryOut(exchange(reading), 0);

        assertThat(plant.alarms().find(HOT).orElseThrow().state().acknowledged())
                .isFalse();
        assertThat(plant.helpdesk().acts()).isEmpty();
    }

    @Test
    void anAlarmThatIsPointedAtIsTheOneThatIsExplained() {
        model.ask("Why did this alarm fire?", new Context(null, new AlarmId("a-5"), null, List.of(), null));

        assertThat(last(model).reply().answer().text()).contains("Discharge pressure leaves its expected band");
    }

    @Test
    void theSelectedAlarmIsThisAlarmAndCanBeShelvedByAFollowUp() {
        model.beside(ScreenId.ALARMS);
        model.selected(new AlarmId("a-5"));

        model.askSuggested(model.suggestions().get(0));
        String explained = last(model).reply().answer().text();
        model.ask("shelve it for an hour");

        assertThat(explained).contains("Discharge pressure leaves its expected band");
        assertThat(last(model).reply().answer().proposals())
                .singleElement()
                .satisfies(one -> assertThat(one.act()).isInstanceOfSatisfying(Act.Shelve.class, shelve -> {
                    assertThat(shelve.source().asset().value()).isEqualTo("pump-1");
                    assertThat(shelve.length()).isEqualTo(Duration.ofHours(1));
                }));
    }

    @Test
    void anotherAlarmThatIsSelectedIsMeantByThis() {
        model.beside(ScreenId.ALARMS);
        model.selected(new AlarmId("a-5"));
        model.ask("why did this alarm fire?");

        model.selected(HOT);
        model.ask("shelve this for an hour");

        assertThat(last(model).reply().answer().proposals())
                .singleElement()
                .satisfies(one -> assertThat(one.act())
                        .isInstanceOfSatisfying(
                                Act.Shelve.class,
                                shelve -> assertThat(shelve.source().asset().value())
                                        .isEqualTo("pump-2")));
    }

    @Test
    void whatIsWorthAskingDependsOnTheScreenAndOnTheSelection() {
        List<String> overview = model.suggestions();
        model.selected(HOT);
        List<String> still = model.suggestions();
        model.beside(ScreenId.ALARMS);

        assertThat(still).isEqualTo(overview);
        assertThat(model.suggestions()).isEqualTo(Suggestions.ofAlarm()).isNotEqualTo(overview);
    }

    @Test
    void everySuggestionAboutAnAlarmIsUnderstood() {
        model.beside(ScreenId.ALARMS);
        model.selected(HOT);

        List<Class<?>> understood = model.suggestions().stream()
                .<Class<?>>map(question -> {
                    model.begin();
                    model.askSuggested(question);
                    return last(model).reply().call().getClass();
                })
                .toList();

        assertThat(understood)
                .containsExactly(
                        ToolCall.ExplainAlarm.class,
                        ToolCall.ExplainAlarm.class,
                        ToolCall.CountSimilar.class,
                        ToolCall.Propose.class);
    }

    @Test
    void thumbsAreKeptAndTakenBack() {
        model.ask("what is wrong now");

        model.rate(exchange(model), Rating.UP);
        Rating kept =
                plant.helpdesk().conversations().rating(last(model).reply().conversation(), 1);
        model.rate(exchange(model), Rating.UP);

        assertThat(kept).isEqualTo(Rating.UP);
        assertThat(last(model).rating()).isEqualTo(Rating.NONE);
    }

    @Test
    void conversationsAreListedSearchedResumedAndDeleted() {
        model.ask("what is the flow of pump 1");
        model.begin();
        model.ask("is anything drifting?");

        model.list("drifting");
        var found = model.listedProperty().get();
        model.list("");
        var all = model.listedProperty().get();
        model.resume(all.get(all.size() - 1).id());
        String resumed = model.exchanges().get(0).question();
        model.delete(found.get(0).id(), "");

        assertThat(found).hasSize(1);
        assertThat(all).hasSize(2);
        assertThat(resumed).isEqualTo("what is the flow of pump 1");
        assertThat(model.listedProperty().get()).hasSize(1);
    }

    @Test
    void aBlankQuestionIsNone() {
        model.ask("   ");

        assertThat(model.exchanges()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }
}
