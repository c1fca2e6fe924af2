package dev.watchkeeper.engine.alarm.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.DesignLogic;
import dev.watchkeeper.engine.alarm.MemoryAlarmBook;
import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.rule.MemoryRuleBook;
import dev.watchkeeper.engine.alarm.rule.Pump;
import dev.watchkeeper.engine.alarm.rule.RuleDesk;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals on what others have judged before: drift that the job measured, anomalies by a model that was trained. */
class PastJudgedRehearsalTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LEARNED = Duration.ofHours(4);
    private static final Instant NOW = START.plus(Duration.ofHours(30));
    private static final TimeSpan HOUR = TimeSpan.before(NOW, Duration.ofHours(1));

    @TempDir
    private Path directory;

    @TempDir
    private Path other;

    private final Pump plant = new Pump();
    private final TestClock clock = new TestClock(NOW);
    private final AlarmDesk alarms = new AlarmDesk(
            new MemoryAlarmBook(),
            plant,
            AlarmPolicy.STANDARD,
            new RuleDesk(new MemoryRuleBook(), plant, clock),
            DesignLogic.NONE,
            clock);
    private QuestDbHistory history;

    @BeforeEach
    void open() {
        history = QuestDbHistory.open(directory, clock);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void driftIsOneAlarmWhileAnyCurveOfTheAssetDrifts() {
        List<DriftReport> reports = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            boolean pressure = (minute >= 10 && minute < 25) || (minute >= 40 && minute < 45);
            boolean flow = minute >= 20 && minute < 30;
            reports.add(report(Pump.PRESSURE, minute, pressure));
            reports.add(report(Pump.FLOW, minute, flow));
        }
        history.drift().addDrift(reports);

        Rehearsal rehearsal = rehearse(new Condition.Drift(Pump.ID), Optional::empty);

        assertThat(rehearsal.raised())
                .extracting(AlarmFact::openedAt, AlarmFact::closedAtOrNull)
                .containsExactly(
                        tuple(
                                HOUR.start().plus(Duration.ofMinutes(10)),
                                HOUR.start().plus(Duration.ofMinutes(30))),
                        tuple(
                                HOUR.start().plus(Duration.ofMinutes(40)),
                                HOUR.start().plus(Duration.ofMinutes(45))));
        assertThat(rehearsal.judged()).isEqualTo(2 * 60);
    }

    @Test
    void aDriftThatBeganBeforeTheSpanIsNotRaisedAgainInIt() {
        List<DriftReport> reports = new ArrayList<>();
        for (int minute = -120; minute < 60; minute++) {
            reports.add(report(Pump.PRESSURE, minute, minute < 30));
        }
        history.drift().addDrift(reports);

        Rehearsal rehearsal = rehearse(new Condition.Drift(Pump.ID), Optional::empty);

        assertThat(rehearsal.raised()).noneMatch(fact -> fact.openedAt().isAfter(HOUR.start()));
    }

    /** Untrained, half an hour of history is still warm-up; the champion knows the plant from the first reading on. */
    @Test
    void anomaliesAreJudgedByTheChampionFromItsTrainedStateOn() {
        List<Reading> hour = plantReadings(HOUR.start(), 3_600, 1_200, 1_500);
        history.addReadings(hour);

        Rehearsal champion = rehearse(anomaly(), () -> Optional.of(champion()));
        Rehearsal again = rehearse(anomaly(), () -> Optional.of(champion()));

        assertThat(champion.judged()).isEqualTo(2 * 3_600);
        assertThat(champion.raised())
                .anySatisfy(fact -> assertThat(fact.openedAt())
                        .isBetween(HOUR.start().plusSeconds(1_200), HOUR.start().plusSeconds(1_230)));
        assertThat(again.raised()).isEqualTo(champion.raised());
        List<Reading> early = plantReadings(HOUR.start(), 3_600, 60, 90);
        try (Fresh fresh = new Fresh(early)) {
            assertThat(fresh.rehearse(() -> Optional.of(champion())))
                    .anyMatch(fact -> fact.openedAt().isBefore(HOUR.start().plusSeconds(90)));
            assertThat(fresh.rehearse(Optional::empty))
                    .noneMatch(fact -> fact.openedAt().isBefore(HOUR.start().plusSeconds(90)));
        }
    }

    private Rehearsal rehearse(Condition condition, Supplier<Optional<RestoredModel>> champion) {
        return rehearse(history, condition, champion);
    }

    private Rehearsal rehearse(QuestDbHistory past, Condition condition, Supplier<Optional<RestoredModel>> champion) {
        return new HistoryRehearsals(
                        new HistoryRehearsals.Past(past, past.drift(), Sensitivity.NORMAL, asset -> champion.get()),
                        alarms,
                        plant,
                        clock,
                        ZoneOffset.UTC)
                .rehearse(Pump.rule(condition), HOUR, new Unwatched());
    }

    private static Condition anomaly() {
        return new Condition.Anomaly(Pump.ID, 1, Delays.NONE);
    }

    /** As training makes it, on hours before those that are rehearsed. */
    private static RestoredModel champion() {
        SensorWatch pressure = new SensorWatch(Pump.PRESSURE, Sensitivity.NORMAL);
        SensorWatch flow = new SensorWatch(Pump.FLOW, Sensitivity.NORMAL);
        AssetWatch whole = new AssetWatch(Pump.ID, List.of(Pump.PRESSURE, Pump.FLOW), Sensitivity.NORMAL);
        int seconds = (int) LEARNED.toSeconds();
        for (Reading reading : plantReadings(HOUR.start().minus(LEARNED), seconds, seconds, seconds)) {
            long at = reading.time().toEpochMilli();
            (reading.sensor().equals(Pump.FLOW) ? flow : pressure).judge(at, reading.value());
            whole.take(reading.sensor(), at, reading.value());
        }
        whole.flush();
        pressure.takePlaceOf(null);
        flow.takePlaceOf(null);
        whole.takePlaceOf(null);
        return new RestoredModel(Map.of("pressure", pressure, "flow", flow), whole, Map.of());
    }

    /** Both sensors once a second, with a fault from one second to before another. */
    private static List<Reading> plantReadings(Instant from, int seconds, int faultFrom, int faultTo) {
        Random random = new Random(from.getEpochSecond());
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            boolean fault = i >= faultFrom && i < faultTo;
            Instant at = from.plusSeconds(i);
            readings.add(Reading.good(Pump.PRESSURE, at, 5 + 0.1 * random.nextGaussian() + (fault ? 4 : 0)));
            readings.add(Reading.good(Pump.FLOW, at, 20 + 0.4 * random.nextGaussian() - (fault ? 9 : 0)));
        }
        return readings;
    }

    private static DriftReport report(SensorId sensor, int minute, boolean drifting) {
        Instant at = HOUR.start().plus(Duration.ofMinutes(minute));
        FeatureDrift drift = new FeatureDrift(
                DriftFeature.MEAN,
                new FeatureLevel(1.5, 0.25),
                new FeatureLevel(1.75, 0.5),
                new DriftStatistic(0.01, 0.25),
                new DriftStatistic(0.02, 0.4),
                new DistributionDistance(
                        DistributionDistance.Kind.WASSERSTEIN, new DriftStatistic(drifting ? 2 : 0.1, 1), Double.NaN),
                DriftDirection.ROSE,
                1,
                drifting ? DriftStage.DRIFTING : DriftStage.STEADY,
                drifting ? at.minusSeconds(30) : null);
        return new DriftReport(
                sensor,
                TimeSpan.before(at, Duration.ofHours(1)),
                TimeSpan.before(START, Duration.ofDays(3)),
                List.of(drift));
    }

    /** Another history with other readings. */
    private final class Fresh implements AutoCloseable {
        private final QuestDbHistory own = QuestDbHistory.open(other, clock);

        Fresh(List<Reading> readings) {
            own.addReadings(readings);
        }

        List<AlarmFact> rehearse(Supplier<Optional<RestoredModel>> champion) {
            return PastJudgedRehearsalTest.this
                    .rehearse(own, anomaly(), champion)
                    .raised();
        }

        @Override
        public void close() {
            own.close();
        }
    }

    private static final class Unwatched implements RehearsalMonitor {
        @Override
        public void progress(double done) {
            assertThat(done).isBetween(0.0, 1.0);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
