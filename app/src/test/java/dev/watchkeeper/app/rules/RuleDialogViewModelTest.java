package dev.watchkeeper.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.HeldExecutor;
import dev.watchkeeper.app.fx.ManualPulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.RulesStory;
import dev.watchkeeper.app.rules.RuleDialogViewModel.Step;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.alarm.rule.Severity;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RuleDialogViewModelTest {
    private final FakePlant plant = RulesStory.told(new FakePlant());
    private final ManualPulse pulse = new ManualPulse();
    private final HeldExecutor background = new HeldExecutor();
    private final ScreenContext context =
            new ScreenContext(plant.clock(), new Formats(ZoneId.of("Europe/Berlin")), pulse, Runnable::run, background);
    private final RulePorts ports = new RulePorts(
            plant.rules(),
            plant.rehearsals(),
            plant.assets(),
            new TraceLoader(plant.history(), plant.live()),
            plant.notifications(),
            "m.weber",
            false);
    private final RuleActions actions = new RuleActions(ports, context);

    @Test
    void anEmptyFormSaysWhatIsMissingOnlyBelowAndBesideWhatWasTouched() {
        RuleDialogViewModel dialog = open(RuleDraft.empty(RuleKind.LIMIT_VALUE));

        assertThat(dialog.stepProperty().get()).isEqualTo(Step.COMPLETE);
        assertThat(dialog.reasonProperty().get()).isEqualTo("Fill in the asset.");
        assertThat(dialog.form().problem(RuleField.ASSET).get()).isEmpty();

        dialog.form().left(RuleField.ASSET);

        assertThat(dialog.form().problem(RuleField.ASSET).get()).isEqualTo("Fill in the asset.");
        assertThat(dialog.form().problem(RuleField.CAUSE).get()).isEmpty();
    }

    @Test
    void whatIsTypedIsJudgedWithEachKey() {
        RuleDialogViewModel dialog = open(RulesStory.calm());

        dialog.form().text(RuleField.ON_DELAY).set("15");
        assertThat(dialog.form().problem(RuleField.ON_DELAY).get()).contains("with its unit");
        dialog.form().text(RuleField.ON_DELAY).set("15 s");

        assertThat(dialog.form().problem(RuleField.ON_DELAY).get()).isEmpty();
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.REHEARSE);
    }

    @Test
    void aRuleThatWasNotRehearsedCannotBeSavedButByADeliberateChoice() {
        RuleDialogViewModel dialog = open(RulesStory.calm());

        dialog.save();
        background.letGo();
        assertThat(plant.rules().find(vibration())).isEmpty();
        assertThat(dialog.reasonProperty().get()).startsWith("Rehearse it on the past");

        dialog.saveWithoutRehearsal();
        background.letGo();

        assertThat(plant.rules().find(vibration())).isPresent();
        assertThat(dialog.openProperty().get()).isFalse();
    }

    @Test
    void onceRehearsedItIsSavedUnderTheNameOfTheUserAndUndoTakesItBack() {
        RuleDialogViewModel dialog = open(RulesStory.calm());
        dialog.whyProperty().set("after the repair");

        rehearse(dialog);
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.SAVE);
        assertThat(dialog.reasonProperty().get()).isEmpty();
        dialog.save();
        background.letGo();

        assertThat(plant.rules().history(vibration())).singleElement().satisfies(version -> {
            assertThat(version.by()).isEqualTo("m.weber");
            assertThat(version.why()).isEqualTo("after the repair");
        });
        assertThat(actions.outcomeProperty().get().sentence()).isEqualTo("Vibration of Pump 2, high: added.");

        actions.undo();
        background.letGo();

        assertThat(plant.rules().find(vibration())).isEmpty();
        assertThat(actions.outcomeProperty().get().sentence())
                .isEqualTo("Taken back. Vibration of Pump 2, high is gone.");
    }

    @Test
    void aRehearsalIsStaleWhenTheRuleChangesAndNotWhenItsWordsDo() {
        RuleDialogViewModel dialog = open(RulesStory.calm());
        rehearse(dialog);

        dialog.form().text(RuleField.CAUSE).set("The coupling is worn.");
        assertThat(dialog.staleProperty().get()).isFalse();
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.SAVE);

        dialog.form().text(RuleField.LIMIT).set("2.5");
        assertThat(dialog.staleProperty().get()).isTrue();
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.REHEARSE);
        assertThat(dialog.reasonProperty().get()).contains("has changed since");

        dialog.form().text(RuleField.LIMIT).set("3.2");
        assertThat(dialog.staleProperty().get()).isFalse();
    }

    @Test
    void aCancelledRehearsalLeavesNoResultAndCanBeBegunAnew() {
        RuleDialogViewModel dialog = open(RulesStory.calm());

        dialog.rehearse();
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.WAIT);
        dialog.rehearsal().cancel();
        background.letGo();

        assertThat(dialog.rehearsal().stateProperty().get()).isInstanceOf(RehearsalState.Cancelled.class);
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.REHEARSE);
        rehearse(dialog);
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.SAVE);
    }

    @Test
    void whatCannotBeRehearsedSaysWhyAndCanStillBeSaved() {
        RuleDialogViewModel dialog =
                open(RulesStory.complete(RuleDraft.empty(RuleKind.DRIFT).with(RuleField.ASSET, "pump-2")));

        rehearse(dialog);

        assertThat(dialog.rehearsal().stateProperty().get())
                .isInstanceOfSatisfying(
                        RehearsalState.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("pump-2"));
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.REHEARSE);
        dialog.saveWithoutRehearsal();
        background.letGo();
        assertThat(plant.rules().find(RuleId.parse("pump-2/drift"))).isPresent();
    }

    @Test
    void theSuggestedDelayIsAppliedWithOneClickAndLeavesFewerAlarms() {
        RuleDialogViewModel dialog = open(RulesStory.chattering());
        rehearse(dialog);
        RehearsalState.Ready before = ready(dialog);

        dialog.apply(new RehearsalWords(before.rehearsal()).suggestion().orElseThrow());
        assertThat(dialog.form().text(RuleField.OFF_DELAY).get()).isNotEqualTo("0 s");
        assertThat(dialog.staleProperty().get()).isTrue();
        rehearse(dialog);

        assertThat(ready(dialog).rehearsal().raised().size())
                .isLessThan(before.rehearsal().raised().size() / 2);
    }

    @Test
    void theUsualDelaysOfThatKindOfSignalAreProposed() {
        RuleDialogViewModel dialog = open(RuleDraft.empty(RuleKind.LIMIT_VALUE)
                .with(RuleField.ASSET, "pump-2")
                .with(RuleField.SENSOR, "discharge-pressure")
                .with(RuleField.LIMIT, "5"));

        var proposal = dialog.advice().startingValues().orElseThrow();
        dialog.apply(proposal.texts());

        assertThat(proposal.sentence())
                .contains("15 s")
                .contains("2 % deadband")
                .contains("pressure");
        assertThat(dialog.form().text(RuleField.DEADBAND).get()).isEqualTo("0.1");
        assertThat(dialog.form().text(RuleField.ON_DELAY).get()).isEqualTo("15 s");
        assertThat(dialog.advice().startingValues()).isEmpty();
    }

    @Test
    void thePriorityFollowsFromConsequenceAndTime() {
        RuleDialogViewModel dialog = open(RulesStory.calm());

        assertThat(dialog.advice().priority(Severity.SEVERE)).contains(Priority.MEDIUM);
        dialog.form().text(RuleField.TIME_TO_RESPOND).set("10 min");

        assertThat(dialog.advice().priority(Severity.SEVERE)).contains(Priority.HIGH);
        assertThat(dialog.advice().priority(Severity.MINOR)).contains(Priority.LOW);
    }

    @Test
    void whoIsToldFollowsThePriorityAndATestIsAnswered() {
        RuleDialogViewModel dialog = open(RulesStory.calm());
        background.letGo();
        assertThat(dialog.telling().toldProperty().get().lines())
                .extracting(ToldLine::rule)
                .containsExactly("All to the control room");

        dialog.form().text(RuleField.PRIORITY).set(Priority.HIGH.name());
        background.letGo();
        assertThat(dialog.telling().toldProperty().get().lines())
                .extracting(ToldLine::rule)
                .containsExactly("All to the control room", "Pumps at night");

        dialog.telling().test();
        assertThat(dialog.telling().trialProperty().get().sending()).isTrue();
        background.letGo();

        assertThat(dialog.telling().trialProperty().get().answer())
                .contains("control room by Control room screen")
                .contains("The answer: ");
    }

    @Test
    void aRuleThatStandsIsEditedWithoutBecomingAnother() {
        AlarmRule rule =
                plant.rules().find(RulesStory.id(RulesStory.BEARING, "high")).orElseThrow();
        RuleDialogViewModel dialog = open(RuleDraft.of(rule));

        assertThat(dialog.form().title()).isEqualTo("Bearing temperature of Pump 2, high");
        assertThat(dialog.form().fixed(RuleField.SENSOR)).isTrue();
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.NOTHING);

        dialog.form().text(RuleField.ACTION).set("Switch to pump 3.");
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.SAVE);

        dialog.form().text(RuleField.LIMIT).set("80");
        assertThat(dialog.form().problem(RuleField.LIMIT).get()).contains("75");
    }

    @Test
    void givingUpAsksFirstWhereSomethingWasTyped() {
        RuleDialogViewModel untouched = open(RulesStory.calm());
        untouched.cancel();
        assertThat(untouched.openProperty().get()).isFalse();

        RuleDialogViewModel typed = open(RulesStory.calm());
        typed.form().text(RuleField.LIMIT).set("3.4");
        typed.cancel();
        assertThat(typed.openProperty().get()).isTrue();
        assertThat(typed.askingProperty().get()).isTrue();
        typed.goOn();
        assertThat(typed.form().text(RuleField.LIMIT).get()).isEqualTo("3.4");
        typed.cancel();
        typed.close();
        assertThat(typed.openProperty().get()).isFalse();
    }

    @Test
    void aDiskThatFailsLosesNothingThatWasTyped() {
        RuleDialogViewModel dialog = open(RulesStory.calm());
        rehearse(dialog);
        plant.ruleBook().failing(true);

        dialog.save();
        background.letGo();

        assertThat(actions.outcomeProperty().get().sentence()).contains("the disk is full");
        assertThat(dialog.openProperty().get()).isTrue();
        assertThat(dialog.stepProperty().get()).isEqualTo(Step.SAVE);
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        RuleDialogViewModel dialog = open(RulesStory.calm());
        dialog.rehearsal().spanProperty().set(RehearsalSpan.CHOSEN);
        dialog.rehearsal().toProperty().set("2026-03-15 00:00");

        dialog.rehearse();

        assertThat(dialog.rehearsal().spanProblem()).isEqualTo("Let it end after it begins.");
        assertThat(dialog.rehearsal().stateProperty().get()).isInstanceOf(RehearsalState.None.class);
    }

    @Test
    void afterTheDialogIsGoneNothingBeatsAnyMore() {
        RuleDialogViewModel dialog = new RuleDialogViewModel(ports, context, actions, RulesStory.calm());
        var attached = dialog.attach();
        assertThat(pulse.subscriptions()).isEqualTo(1);

        attached.close();

        assertThat(pulse.subscriptions()).isZero();
    }

    private RuleDialogViewModel open(RuleDraft draft) {
        RuleDialogViewModel dialog = new RuleDialogViewModel(ports, context, actions, draft);
        dialog.attach();
        return dialog;
    }

    private void rehearse(RuleDialogViewModel dialog) {
        dialog.rehearsal().spanProperty().set(RehearsalSpan.HOUR);
        dialog.rehearse();
        background.letGo();
    }

    private static RehearsalState.Ready ready(RuleDialogViewModel dialog) {
        return (RehearsalState.Ready) dialog.rehearsal().stateProperty().get();
    }

    private static RuleId vibration() {
        return RuleId.parse("pump-2/vibration:high");
    }
}
