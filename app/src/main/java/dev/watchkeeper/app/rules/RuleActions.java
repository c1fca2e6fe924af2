package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes rules in the background and says what came of it; the last change can be taken back. UI thread. */
public final class RuleActions {
    private static final Logger LOG = LoggerFactory.getLogger(RuleActions.class);

    private final RulePorts ports;
    private final ScreenContext context;
    private final RuleWords words;
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(Outcome.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * What came of a command.
     *
     * @param sentence names what has changed; empty before the first command
     * @param undoOrNull the rule whose newest change can be taken back; null where there is none
     */
    public record Outcome(
            String sentence, boolean failed, @Nullable RuleId undoOrNull) {
        static final Outcome NONE = new Outcome("", false, null);
    }

    public RuleActions(RulePorts ports, ScreenContext context) {
        this.ports = ports;
        this.context = context;
        words = new RuleWords(ports.assets());
    }

    public boolean readOnly() {
        return ports.readOnly();
    }

    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Says nothing any more. */
    public void dismiss() {
        outcome.set(Outcome.NONE);
    }

    /**
     * Keeps a rule.
     *
     * @param after runs when it is kept, and not when that fails
     */
    void save(AlarmRule rule, String why, Runnable after) {
        run(
                () -> {
                    boolean there = ports.rules().find(rule.id()).isPresent();
                    ports.rules().save(rule, ports.user(), why);
                    String kept = words.name(rule) + (there ? ": changed." : ": added.");
                    return new Outcome(kept + (rule.enabled() ? "" : " It is switched off."), false, rule.id());
                },
                after);
    }

    /** Lets a rule raise alarms, or no longer. */
    void switchTo(AlarmRule rule, boolean on) {
        AlarmRule next = new AlarmRule(rule.condition(), rule.priority(), rule.guidance(), rule.traits(), on);
        run(
                () -> {
                    ports.rules().save(next, ports.user(), "");
                    return new Outcome(
                            words.name(rule) + (on ? ": switched on." : ": switched off."), false, rule.id());
                },
                () -> {});
    }

    void remove(AlarmRule rule) {
        run(
                () -> {
                    ports.rules().remove(rule.id(), ports.user(), "");
                    return new Outcome(words.name(rule) + ": removed.", false, rule.id());
                },
                () -> {});
    }

    /** Takes the last change back, if there is one to take back. */
    public void undo() {
        Outcome last = outcome.get();
        RuleId id = last.undoOrNull();
        if (id == null) {
            return;
        }
        run(
                () -> {
                    Optional<AlarmRule> was = ports.rules().find(id);
                    boolean undone = ports.rules().undo(id, ports.user());
                    Optional<AlarmRule> is = ports.rules().find(id);
                    String name = words.name(id, is.or(() -> was));
                    return undone
                            ? new Outcome(
                                    "Taken back. " + name + (is.isPresent() ? " is as before." : " is gone."),
                                    false,
                                    null)
                            : new Outcome("There is nothing to take back of " + name + ".", true, null);
                },
                () -> {});
    }

    private void run(Supplier<Outcome> command, Runnable after) {
        if (readOnly() || busy.get()) {
            return;
        }
        busy.set(true);
        context.background().execute(() -> {
            Outcome came = carryOut(command);
            context.ui().execute(() -> {
                busy.set(false);
                outcome.set(came);
                if (!came.failed()) {
                    after.run();
                }
            });
        });
    }

    private static Outcome carryOut(Supplier<Outcome> command) {
        try {
            return command.get();
        } catch (RuntimeException e) {
            LOG.error("A rule could not be changed", e);
            return new Outcome(
                    "Nothing was changed: " + e.getMessage() + ". Try again; the log has the cause.", true, null);
        }
    }
}
