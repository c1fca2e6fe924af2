package dev.watchkeeper.engine.alarm.rule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking a draft.
 *
 * @param problems in the order of the fields; empty exactly when there is a rule
 * @param ruleOrNull the rule that was typed; null while there are problems
 */
public record RuleCheck(
        List<RuleProblem> problems, @Nullable AlarmRule ruleOrNull) {
    public RuleCheck {
        problems = List.copyOf(problems);
        if (problems.isEmpty() == (ruleOrNull == null)) {
            throw new IllegalArgumentException("a draft is either a rule or has problems: " + problems);
        }
    }

    public Optional<AlarmRule> rule() {
        return Optional.ofNullable(ruleOrNull);
    }

    /** What is wrong with a field; empty when nothing is. */
    public Optional<String> problem(RuleField field) {
        return problems.stream()
                .filter(problem -> problem.field() == field)
                .map(RuleProblem::text)
                .findFirst();
    }
}
