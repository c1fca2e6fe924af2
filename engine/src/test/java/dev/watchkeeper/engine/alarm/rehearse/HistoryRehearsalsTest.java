package dev.watchkeeper.engine.alarm.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.DesignLogic;
import dev.watchkeeper.engine.alarm.MemoryAlarmBook;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.MemoryRuleBook;
import dev.watchkeeper.engine.alarm.rule.Pump;
import dev.watchkeeper.engine.alarm.rule.RuleDesk;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.detect.rule.RuleWatches;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRehearsalsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SECONDS = 24 * 3_600;
    private static final Instant NOW = START.plusSeconds(SECONDS);
    private static final TimeSpan DAY = new TimeSpan(START, NOW);

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock(NOW);
    private final Pump plant = new Pump();
    private final RuleDesk rules = new RuleDesk(new MemoryRuleBook(), plant, clock);
    private final AlarmDesk alarms =
            new AlarmDesk(new MemoryAlarmBook(), plant, AlarmPolicy.STANDARD, rules, DesignLogic.NONE, clock);
    private final Watching watching = new Watching();
    private QuestDbHistory history;
    private Rehearsals rehearsals;

    @BeforeEach
    void open() {
        history = QuestDbHistory.open(directory, clock);
        rehearsals = new HistoryRehearsals(
                new HistoryRehearsals.Past(history, history.drift(), Sensitivity.NORMAL, asset -> Optional.empty()),
                alarms,
                plant,
                clock,
                ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void aSavedRuleRehearsedRaisesTheAlarmsThatItReallyRaised() {
        Random random = new Random(5);
        for (int trial = 0; trial < 8; trial++) {
            Condition condition = condition(random, trial);
            AlarmRule rule = Pump.rule(condition);
            rules.save(rule, "ada", "");
            Instant start = START.plus(Duration.ofHours(trial));
            List<Reading> readings = walk(Pump.PRESSURE, start, 3_600, random.nextLong());
            history.addReadings(readings);
            clock.set(start.plusSeconds(3_600));
            live(condition, readings);

            Rehearsal rehearsal = rehearsals.rehearse(rule, new TimeSpan(start, clock.instant()), watching);

            assertThat(rehearsal.judged()).isEqualTo(3_600);
            assertThat(rehearsal.actual()).isNotEmpty();
            assertThat(rehearsal.raised())
                    .extracting(AlarmFact::id, AlarmFact::openedAt, AlarmFact::closedAtOrNull, AlarmFact::priority)
                    .isEqualTo(rehearsal.actual().stream()
                            .map(fact -> org.assertj.core.api.Assertions.tuple(
                                    fact.id(), fact.openedAt(), fact.closedAtOrNull(), fact.priority()))
                            .toList());
            rules.remove(rule.id(), "ada", "");
        }
    }

    @Test
    void aDayOfASensorRehearsesInSecondsAndItsFiguresAreThoseOfTheStandard() {
        history.addReadings(walk(Pump.PRESSURE, START, SECONDS, 3));

        long begun = System.nanoTime();
        Rehearsal rehearsal = rehearsals.rehearse(Pump.limit(Level.HIGH, 6, 0), DAY, watching);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(rehearsal.judged()).isEqualTo(SECONDS);
        assertThat(rehearsal.raised()).isNotEmpty();
        assertThat(rehearsal.alone().alarms()).isEqualTo(rehearsal.raised().size());
        assertThat(watching.progress).isSorted().endsWith(1.0);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        System.out.println("24 h at 1 Hz rehearsed in " + took.toMillis() + " ms");
    }

    @Test
    void aRuleThatIsSwitchedOffIsRehearsedAsThoughItWereOn() {
        history.addReadings(walk(Pump.PRESSURE, START, 3_600, 3));
        AlarmRule on = Pump.limit(Level.HIGH, 5.5, 0);
        AlarmRule off = new AlarmRule(on.condition(), Priority.HIGH, on.guidance(), on.traits(), false);

        Rehearsal rehearsal = rehearsals.rehearse(off, DAY, watching);

        assertThat(rehearsal.raised())
                .isNotEmpty()
                .extracting(AlarmFact::priority)
                .containsOnly(Priority.HIGH);
    }

    @Test
    void alarmsOfOthersCountTogetherWithThoseOfTheRule() {
        List<Reading> readings = walk(Pump.PRESSURE, START, 3_600, 3);
        history.addReadings(readings);
        Condition other = new Condition.Limit(Pump.PRESSURE, Level.LOW, 4.5, 0, Delays.NONE);
        rules.save(Pump.rule(other), "ada", "");
        live(other, readings);

        Rehearsal rehearsal = rehearsals.rehearse(Pump.limit(Level.HIGH, 5.5, 0), DAY, watching);

        assertThat(rehearsal.actual()).isEmpty();
        assertThat(rehearsal.others()).isNotEmpty();
        assertThat(rehearsal.together().alarms())
                .isEqualTo(rehearsal.raised().size() + rehearsal.others().size());
    }

    @Test
    void missingDataIsTheGapsBetweenReadings() {
        List<Reading> readings = new ArrayList<>(walk(Pump.PRESSURE, START, 600, 1));
        readings.addAll(walk(Pump.PRESSURE, START.plusSeconds(900), 600, 1));
        history.addReadings(readings);
        clock.set(START.plusSeconds(1_500));

        Rehearsal rehearsal = rehearsals.rehearse(
                Pump.rule(new Condition.MissingData(Pump.PRESSURE, Duration.ofSeconds(60))), DAY, watching);

        assertThat(rehearsal.raised()).singleElement().satisfies(fact -> {
            assertThat(fact.openedAt()).isEqualTo(START.plusSeconds(599 + 60));
            assertThat(fact.closedAtOrNull()).isEqualTo(START.plusSeconds(900));
        });
    }

    @Test
    void aStricterAnomalyRuleRaisesNoMoreThanALooserOne() {
        List<Reading> readings = new ArrayList<>();
        Random random = new Random(9);
        for (int i = 0; i < 6 * 3_600; i++) {
            boolean fault = i >= 5 * 3_600 && i < 5 * 3_600 + 300;
            Instant at = START.plusSeconds(i);
            readings.add(Reading.good(Pump.PRESSURE, at, 5 + 0.1 * random.nextGaussian() + (fault ? 4 : 0)));
            readings.add(Reading.good(Pump.FLOW, at, 20 + 0.4 * random.nextGaussian() - (fault ? 9 : 0)));
        }
        history.addReadings(readings);
        clock.set(START.plus(Duration.ofHours(6)));
        TimeSpan lastHours = TimeSpan.before(clock.instant(), Duration.ofHours(2));

        Rehearsal loose = rehearsals.rehearse(anomaly(1_000), lastHours, watching);
        Rehearsal strict = rehearsals.rehearse(anomaly(1e-9), lastHours, watching);

        assertThat(loose.judged()).isEqualTo(2 * 2 * 3_600);
        assertThat(loose.raised())
                .anySatisfy(fact -> assertThat(fact.openedAt())
                        .isBetween(START.plusSeconds(5 * 3_600), START.plusSeconds(5 * 3_600 + 60)));
        assertThat(strict.raised().size()).isLessThanOrEqualTo(loose.raised().size());
    }

    @Test
    void aSpanWithoutReadingsIsNamedAsSuch() {
        assertThatThrownBy(() -> rehearsals.rehearse(Pump.limit(Level.HIGH, 6, 0), DAY, watching))
                .isInstanceOf(NothingToRehearseException.class)
                .hasMessageContaining("P-101/pressure has no readings");
        assertThatThrownBy(() -> rehearsals.rehearse(Pump.rule(new Condition.Drift(Pump.ID)), DAY, watching))
                .isInstanceOf(NothingToRehearseException.class)
                .hasMessageContaining("No drift");
    }

    @Test
    void aRehearsalEndsWhenItIsCancelled() {
        history.addReadings(walk(Pump.PRESSURE, START, 20_000, 3));
        watching.cancelAfter = 3;

        assertThatThrownBy(() -> rehearsals.rehearse(Pump.limit(Level.HIGH, 6, 0), DAY, watching))
                .isInstanceOf(CancellationException.class);
        assertThat(watching.progress).hasSize(3);
    }

    private static AlarmRule anomaly(double perDay) {
        return Pump.rule(new Condition.Anomaly(Pump.ID, perDay, Delays.NONE));
    }

    private static Condition condition(Random random, int trial) {
        Delays delays = new Delays(Duration.ofSeconds(random.nextInt(4)), Duration.ofSeconds(random.nextInt(6)));
        return trial % 3 == 2
                ? new Condition.RateOfChange(Pump.PRESSURE, 0.35, 0.05, Duration.ofSeconds(1), delays)
                : new Condition.Limit(Pump.PRESSURE, Level.HIGH, 5.2 + 0.3 * random.nextDouble(), 0.1, delays);
    }

    /** Lets readings raise alarms as the job and the desk do. */
    private void live(Condition condition, List<Reading> readings) {
        RuleWatches watches = new RuleWatches(condition.asset());
        watches.update(RuleUpdate.watch(condition));
        readings.forEach(reading -> alarms.accept(watches.judge(reading)));
    }

    private static List<Reading> walk(SensorId sensor, Instant start, int seconds, long seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>(seconds);
        for (int i = 0; i < seconds; i++) {
            double value = 5 + Math.sin(i / 200.0) + 0.2 * random.nextGaussian();
            readings.add(Reading.good(sensor, start.plusSeconds(i), value));
        }
        return readings;
    }

    private static final class Watching implements RehearsalMonitor {
        private final List<Double> progress = new ArrayList<>();
        private int cancelAfter = Integer.MAX_VALUE;

        @Override
        public void progress(double done) {
            progress.add(done);
        }

        @Override
        public boolean cancelled() {
            return progress.size() >= cancelAfter;
        }
    }
}
