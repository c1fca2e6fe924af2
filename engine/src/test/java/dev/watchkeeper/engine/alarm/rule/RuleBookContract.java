package dev.watchkeeper.engine.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.watchkeeper.engine.detect.rule.Condition.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule book does. */
public abstract class RuleBookContract {
    private static final Instant AT = Instant.parse("2026-03-01T03:00:00.123456789Z");

    /** A book with nothing in it. */
    protected abstract RuleBook book();

    @ParameterizedTest
    @MethodSource("dev.watchkeeper.engine.alarm.rule.RuleFormTest#everyKindOfRule")
    void everyKindOfRuleComesBackAsItWasWritten(AlarmRule rule) {
        RuleVersion version = version(rule.id(), 1, rule);

        book().add(version);

        assertThat(book().history(rule.id())).containsExactly(version);
    }

    @Test
    void theNewestVersionOfEachRuleCounts() {
        AlarmRule low = Pump.limit(Level.LOW, 1, 0);
        AlarmRule high = Pump.limit(Level.HIGH, 6, 0.1);
        RuleVersion first = version(high.id(), 1, high);
        RuleVersion removed = version(high.id(), 2, null);
        RuleVersion other = version(low.id(), 1, low);

        book().add(first);
        book().add(other);
        book().add(removed);

        assertThat(book().newest()).containsExactly(removed, other);
        assertThat(book().history(high.id())).containsExactly(first, removed);
    }

    @Test
    void aVersionThatIsThereAlreadyIsRefused() {
        AlarmRule high = Pump.limit(Level.HIGH, 6, 0);
        book().add(version(high.id(), 1, high));

        assertThatIllegalStateException().isThrownBy(() -> book().add(version(high.id(), 1, null)));
        assertThat(book().newest())
                .singleElement()
                .satisfies(version -> assertThat(version.rule()).contains(high));
    }

    private static RuleVersion version(RuleId id, int number, @Nullable AlarmRule rule) {
        return new RuleVersion(id, number, rule, "ada", AT, "wegen des Schwingens");
    }
}
