package dev.watchkeeper.engine.alarm.rule;

import java.util.List;

/** Keeps every version of every rule. Thread-safe; what is added survives the end of the process and is never changed. */
public interface RuleBook {
    /** The newest version of each rule, removed ones included, in the order of their ids. */
    List<RuleVersion> newest();

    /** All versions of a rule, the oldest first. */
    List<RuleVersion> history(RuleId id);

    /**
     * Adds a version.
     *
     * @throws IllegalStateException when the rule has a version of that number already: somebody else was quicker
     */
    void add(RuleVersion version);
}
