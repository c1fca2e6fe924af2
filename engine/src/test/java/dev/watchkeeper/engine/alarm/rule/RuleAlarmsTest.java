package dev.watchkeeper.engine.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.DesignLogic;
import dev.watchkeeper.engine.alarm.MemoryAlarmBook;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.detect.rule.RuleWatches;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a rule that is saved to the alarm that an operator sees: desk, published update, watches and alarm desk together. */
class RuleAlarmsTest {
    private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");
    private static final Condition HIGH = new Condition.Limit(Pump.PRESSURE, Level.HIGH, 6, 0, Delays.NONE);

    private final TestClock clock = new TestClock(START);
    private final RuleDesk rules = new RuleDesk(new MemoryRuleBook(), new Pump(), clock);
    private final AlarmDesk alarms =
            new AlarmDesk(new MemoryAlarmBook(), new Pump(), AlarmPolicy.STANDARD, rules, DesignLogic.NONE, clock);
    private final RuleWatches watches = new RuleWatches(Pump.ID);

    RuleAlarmsTest() {
        rules.publishTo(this::follow);
    }

    @Test
    void aLimitsAlarmSaysWhatItsRuleSays() {
        rules.save(rule(HIGH, Priority.HIGH, AlarmTraits.PLAIN, true), "ada", "");

        read(7);

        assertThat(alarms.current()).singleElement().satisfies(alarm -> {
            assertThat(alarm.rule()).isEqualTo("pressure:high");
            assertThat(alarm.message()).isEqualTo("Discharge pressure of Feed pump is above 6 bar (high)");
            assertThat(alarm.priority()).isEqualTo(Priority.HIGH);
            assertThat(alarm.guidance()).isEqualTo(Pump.GUIDANCE);
        });
    }

    @Test
    void aRuleThatIsRemovedReturnsItsOpenAlarmAndRaisesNoOther() {
        rules.save(rule(HIGH, Priority.HIGH, AlarmTraits.PLAIN, true), "ada", "");
        read(7);

        rules.remove(RuleId.of(HIGH), "ada", "");
        read(7);

        assertThat(alarms.current()).extracting(Alarm::state).containsExactly(AlarmState.RETURNED_UNACKNOWLEDGED);
    }

    @Test
    void aRuleThatIsSwitchedOffRaisesNothing() {
        rules.save(rule(HIGH, Priority.HIGH, AlarmTraits.PLAIN, false), "ada", "");

        read(7);

        assertThat(alarms.current()).isEmpty();
    }

    @Test
    void aLatchHoldsAndAReAlarmComesAsTheRuleSays() {
        AlarmTraits traits = new AlarmTraits(true, Duration.ofMinutes(5));
        rules.save(rule(HIGH, Priority.HIGH, traits, true), "ada", "");
        read(7);
        Alarm raised = alarms.current().get(0);
        alarms.acknowledge(raised.id(), "ada", "");

        clock.advance(Duration.ofMinutes(6));
        alarms.tick();
        AlarmState afterFiveMinutes = alarms.current().get(0).state();
        alarms.acknowledge(raised.id(), "ada", "");
        read(5);

        assertThat(afterFiveMinutes).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(alarms.current()).extracting(Alarm::state).containsExactly(AlarmState.LATCHED_ACKNOWLEDGED);
    }

    @Test
    void anAnomalyRuleLeavesOutWhatIsNotRareEnoughAndSaysHowUrgentTheRestIs() {
        Condition anomaly = new Condition.Anomaly(Pump.ID, 0.1, Delays.NONE);
        rules.save(rule(anomaly, Priority.HIGH, AlarmTraits.PLAIN, true), "ada", "");

        alarms.accept(List.of(detection("novelty", 0.5), detection("asset", 0.01)));

        assertThat(alarms.current()).singleElement().satisfies(alarm -> {
            assertThat(alarm.rule()).isEqualTo("asset");
            assertThat(alarm.priority()).isEqualTo(Priority.HIGH);
        });
    }

    @Test
    void anAnomalyRuleThatIsSwitchedOffSilencesTheDetectorsOfItsAsset() {
        Condition anomaly = new Condition.Anomaly(Pump.ID, 0.1, Delays.NONE);
        rules.save(rule(anomaly, Priority.HIGH, AlarmTraits.PLAIN, false), "ada", "");

        alarms.accept(List.of(detection("novelty", 0.001)));

        assertThat(alarms.current()).isEmpty();
    }

    @Test
    void aDriftRuleSaysHowUrgentDriftIsAndCanSwitchItOff() {
        Condition drift = new Condition.Drift(Pump.ID);
        rules.save(rule(drift, Priority.MEDIUM, AlarmTraits.PLAIN, true), "ada", "");
        alarms.accept(List.of(detection("drift", 1)));
        assertThat(alarms.current()).extracting(Alarm::priority).containsExactly(Priority.MEDIUM);

        rules.save(rule(drift, Priority.MEDIUM, AlarmTraits.PLAIN, false), "ada", "");
        clock.advance(Duration.ofMinutes(1));
        alarms.accept(List.of(detection("drift", 1)));

        assertThat(alarms.current()).hasSize(1);
    }

    private static AlarmRule rule(Condition condition, Priority priority, AlarmTraits traits, boolean enabled) {
        return new AlarmRule(condition, priority, Pump.GUIDANCE, traits, enabled);
    }

    private void follow(RuleUpdate update) {
        alarms.accept(watches.update(update));
    }

    private void read(double value) {
        clock.advance(Duration.ofSeconds(1));
        alarms.accept(watches.judge(Reading.good(Pump.PRESSURE, clock.instant(), value)));
    }

    private Detection detection(String rule, double falseAlarmsPerDay) {
        Instant at = clock.instant();
        return new Detection(
                DetectionId.of(rule, Pump.PRESSURE, at),
                Pump.ID,
                rule,
                Detection.Phase.OPENED,
                at,
                at,
                new TimeSpan(at.minusSeconds(60), at),
                0.9,
                falseAlarmsPerDay,
                List.of(new Contribution(Pump.PRESSURE, 1)));
    }
}
