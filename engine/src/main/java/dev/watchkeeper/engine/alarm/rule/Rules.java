package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.signal.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rules, as screens and commands see them. Thread-safe. */
public interface Rules {
    /** The rules that stand, switched off ones included, in the order of their ids. */
    List<AlarmRule> all();

    Optional<AlarmRule> find(RuleId id);

    /** All versions of a rule, the oldest first. */
    List<RuleVersion> history(RuleId id);

    /** Checks what was typed, as it stands, against what is known of the plant and the other rules. Quick. */
    RuleCheck check(RuleDraft draft);

    /**
     * Puts a rule in the place of what stood under its id. The same rule again changes nothing.
     *
     * @param why may be empty
     * @throws IllegalArgumentException when no user is named
     */
    void save(AlarmRule rule, String user, String why);

    /** Removes a rule; its open alarms return. One that is not there is no matter. */
    void remove(RuleId id, String user, String why);

    /**
     * Takes the newest change of a rule back, by a new version that is as the one before it; doing so twice changes nothing in
     * the end. False where there is nothing to take back.
     */
    boolean undo(RuleId id, String user);

    /** Calls the listener after each change, on the thread that made it; the listener must be quick. */
    Subscription onChange(Consumer<RuleVersion> listener);
}
