package dev.watchkeeper.engine.alarm.rule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody left it. Never changed once written.
 *
 * @param number counts the versions of the rule from 1
 * @param ruleOrNull null where the rule was removed
 * @param at clock time
 * @param why may be empty
 */
public record RuleVersion(RuleId id, int number, @Nullable AlarmRule ruleOrNull, String by, Instant at, String why) {
    /** @throws IllegalArgumentException when nobody is named, the number is not positive, or the rule is another one */
    public RuleVersion {
        if (by.isBlank()) {
            throw new IllegalArgumentException("a version of rule " + id + " names no user");
        }
        if (number < 1) {
            throw new IllegalArgumentException("version of rule " + id + " is not positive: " + number);
        }
        if (ruleOrNull != null && !ruleOrNull.id().equals(id)) {
            throw new IllegalArgumentException("rule " + ruleOrNull.id() + " is no version of " + id);
        }
    }

    public Optional<AlarmRule> rule() {
        return Optional.ofNullable(ruleOrNull);
    }
}
