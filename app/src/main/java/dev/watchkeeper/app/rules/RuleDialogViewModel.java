package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.kpi.Suggestion;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One rule being written: its form, its rehearsal, who would be told, and whether it may be saved. It may be once it was rehearsed as it
 * stands, or when somebody chooses to save it without. UI thread.
 */
public final class RuleDialogViewModel {
    private final RuleActions actions;
    private final RuleFormViewModel form;
    private final RuleAdvice advice;
    private final RehearsalViewModel rehearsal;
    private final TellingViewModel telling;
    private final StringProperty why = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.COMPLETE);
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();

    /** What is to be done next. */
    enum Step {
        /** Something is missing or wrong. */
        COMPLETE,
        /** It is right, but was not tried as it stands. */
        REHEARSE,
        /** A rehearsal is under way. */
        WAIT,
        /** It was rehearsed as it stands. */
        SAVE,
        /** It is as it is kept. */
        NOTHING
    }

    RuleDialogViewModel(RulePorts ports, ScreenContext context, RuleActions actions, RuleDraft draft) {
        this.actions = actions;
        form = new RuleFormViewModel(ports, draft);
        advice = new RuleAdvice(ports, form);
        rehearsal = new RehearsalViewModel(ports, context);
        telling = new TellingViewModel(ports, context);
        form.checkProperty().subscribe(check -> {
            telling.show(check.rule());
            judge();
        });
        rehearsal.stateProperty().subscribe(state -> judge());
        actions.busyProperty().subscribe(busy -> judge());
    }

    /** Follows rehearsal and settings until the subscription is closed. */
    Subscription attach() {
        return new Subscriptions().add(rehearsal.attach()).add(telling.attach());
    }

    RuleFormViewModel form() {
        return form;
    }

    RuleAdvice advice() {
        return advice;
    }

    RehearsalViewModel rehearsal() {
        return rehearsal;
    }

    TellingViewModel telling() {
        return telling;
    }

    /** Why the rule is changed, for its history; may be empty. */
    StringProperty whyProperty() {
        return why;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Why it cannot be saved as it stands, and what to do; empty when it can. */
    ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** Whether there is a result that is of another rule than the one that now stands there. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** False once it was saved or given up. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether it is being asked if what was typed may be given up. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Does what is next: says what is missing, rehearses, or saves. */
    void next() {
        switch (step.get()) {
            case COMPLETE -> form.showAllProblems();
            case REHEARSE -> rehearse();
            case SAVE -> save();
            case WAIT, NOTHING -> {}
        }
    }

    void rehearse() {
        form.checkProperty().get().rule().ifPresentOrElse(rehearsal::start, form::showAllProblems);
    }

    /** Keeps the rule, if it was rehearsed as it stands. */
    void save() {
        if (step.get() == Step.SAVE) {
            keep();
        }
    }

    /** Keeps the rule though it was not rehearsed as it stands. */
    void saveWithoutRehearsal() {
        if (step.get() == Step.REHEARSE || step.get() == Step.SAVE || step.get() == Step.WAIT) {
            keep();
        }
    }

    private void keep() {
        form.checkProperty()
                .get()
                .rule()
                .ifPresent(rule -> actions.save(rule, why.get().strip(), this::close));
    }

    /** Puts proposed texts into their fields. */
    void apply(Map<RuleField, String> texts) {
        texts.forEach((field, text) -> form.text(field).set(text));
    }

    /** Puts a suggested delay into its field. */
    void apply(Suggestion suggestion) {
        switch (suggestion.kind()) {
            case ON_DELAY -> form.text(RuleField.ON_DELAY).set(DurationText.written(suggestion.delay()));
            case OFF_DELAY -> form.text(RuleField.OFF_DELAY).set(DurationText.written(suggestion.delay()));
            case NOTHING, NO_DELAY_HELPS -> {}
        }
    }

    /** Gives up what was typed; asks before, where there is something to lose. */
    void cancel() {
        if (asking.get() || !form.dirty()) {
            close();
        } else {
            asking.set(true);
        }
    }

    void goOn() {
        asking.set(false);
    }

    /** Gives up what was typed without asking. */
    void close() {
        rehearsal.cancel();
        asking.set(false);
        open.set(false);
    }

    private void judge() {
        AlarmRule rule = form.checkProperty().get().ruleOrNull();
        boolean there = rehearsal.stateProperty().get() instanceof RehearsalState.Ready;
        stale.set(there && (rule == null || !rehearsal.isOf(rule)));
        Step next = step(rule);
        step.set(next);
        reason.set(
                switch (next) {
                    case COMPLETE -> form.firstProblem();
                    case REHEARSE ->
                        stale.get()
                                ? "The rule has changed since it was rehearsed. Rehearse it again before it may disturb anyone."
                                : "Rehearse it on the past before it may disturb anyone.";
                    case WAIT -> "The rehearsal is under way.";
                    case NOTHING -> "Nothing has changed yet.";
                    case SAVE -> "";
                });
    }

    private Step step(@org.jspecify.annotations.Nullable AlarmRule rule) {
        if (rule == null) {
            return Step.COMPLETE;
        }
        if (rehearsal.stateProperty().get() instanceof RehearsalState.Running
                || actions.busyProperty().get()) {
            return Step.WAIT;
        }
        if (!form.differs()) {
            return Step.NOTHING;
        }
        boolean onlyWords = form.original()
                .filter(was -> was.condition().equals(rule.condition())
                        && was.priority() == rule.priority()
                        && was.traits().equals(rule.traits()))
                .isPresent();
        return onlyWords || rehearsal.isOf(rule) ? Step.SAVE : Step.REHEARSE;
    }
}
