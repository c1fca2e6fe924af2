package dev.watchkeeper.engine.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFormTest {
    private static final AlarmRule HIGH = Pump.limit(Level.HIGH, 6, 0.5);

    private final RuleForm form = new RuleForm(new Pump());

    static Stream<AlarmRule> everyKindOfRule() {
        Delays delays = new Delays(Duration.ofSeconds(30), Duration.ofMinutes(2));
        return Stream.of(
                        new Condition.Limit(Pump.PRESSURE, Level.LOW_LOW, -1.25, 0.5, delays),
                        new Condition.RateOfChange(Pump.FLOW, 0.5, 0.1, Duration.ofSeconds(10), delays),
                        new Condition.MissingData(Pump.FLOW, Duration.ofMinutes(5)),
                        new Condition.Anomaly(Pump.ID, 0.7, delays),
                        new Condition.Drift(Pump.ID))
                .map(condition -> new AlarmRule(
                        condition, Priority.HIGH, Pump.GUIDANCE, new AlarmTraits(true, Duration.ofHours(2)), false));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfRule")
    void aRuleThatIsTakenIntoTheFormComesOutAsItWas(AlarmRule rule) {
        RuleCheck check = form.check(RuleDraft.of(rule), List.of());

        assertThat(check.problems()).isEmpty();
        assertThat(check.rule()).contains(rule);
    }

    @ParameterizedTest
    @EnumSource(RuleKind.class)
    void anEmptyFormNamesEveryFieldThatIsMissingInTheOrderOfTheForm(RuleKind kind) {
        RuleCheck check = form.check(RuleDraft.empty(kind), List.of());

        List<RuleField> missing = kind.fields().stream()
                .filter(field -> RuleDraft.empty(kind).text(field).isEmpty() && field != RuleField.REALARM_AFTER)
                .toList();
        assertThat(check.rule()).isEmpty();
        assertThat(check.problems()).extracting(RuleProblem::field).containsExactlyElementsOf(missing);
        assertThat(check.problems())
                .allSatisfy(problem -> assertThat(problem.text())
                        .isEqualTo("Fill in the " + problem.field().words() + "."));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ASSET, P-999, choose
            SENSOR, speed, choose
            LEVEL, sideways, high high
            LIMIT, six, number
            LIMIT, 1e999, finite
            DEADBAND, -1, 0 or more
            ON_DELAY, 5, with its unit
            ON_DELAY, 3 days ago, with its unit
            OFF_DELAY, 25 h, 0 s to 1 d
            ON_DELAY, 10 min, shorter than the time to respond of 10 min
            PRIORITY, urgent, 'low, medium, high'
            TIME_TO_RESPOND, 0 s, 1 s to 7 d
            REALARM_AFTER, often, with its unit
            """)
    void whatIsTypedWronglyIsNamedWithWhatToDo(RuleField field, String typed, String expected) {
        RuleCheck check = form.check(RuleDraft.of(HIGH).with(field, typed), List.of());

        assertThat(check.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.text()).contains(expected);
        });
        assertThat(check.problem(field)).isPresent();
    }

    @Test
    void numbersMayBeTypedWithACommaAndDurationsInAnyUnit() {
        RuleDraft draft = RuleDraft.of(HIGH)
                .with(RuleField.LIMIT, " 6,25 ")
                .with(RuleField.ON_DELAY, "1.5 min")
                .with(RuleField.OFF_DELAY, "PT45S");

        Condition.Limit limit = (Condition.Limit)
                form.check(draft, List.of()).rule().orElseThrow().condition();

        assertThat(limit.limit()).isEqualTo(6.25);
        assertThat(limit.delays()).isEqualTo(new Delays(Duration.ofSeconds(90), Duration.ofSeconds(45)));
    }

    @Test
    void limitsOfASensorStandInTheOrderOfTheirLevels() {
        AlarmRule highHigh = Pump.limit(Level.HIGH_HIGH, 5.5, 0);
        AlarmRule low = Pump.limit(Level.LOW, 5.8, 0);

        assertThat(form.check(RuleDraft.of(highHigh), List.of(HIGH)).problem(RuleField.LIMIT))
                .hasValueSatisfying(text -> assertThat(text).contains("above the limit 6.0", "high"));
        assertThat(form.check(RuleDraft.of(HIGH), List.of(Pump.limit(Level.LOW, 7, 0)))
                        .problem(RuleField.LIMIT))
                .isPresent();
        assertThat(form.check(RuleDraft.of(HIGH), List.of(low)).problem(RuleField.DEADBAND))
                .hasValueSatisfying(text -> assertThat(text).contains("smaller"));
    }

    @Test
    void aRuleThatIsChangedIsNoNeighbourOfItself() {
        RuleDraft draft = RuleDraft.of(HIGH).with(RuleField.LIMIT, "5");

        assertThat(form.check(draft, List.of(HIGH)).problems()).isEmpty();
    }
}
