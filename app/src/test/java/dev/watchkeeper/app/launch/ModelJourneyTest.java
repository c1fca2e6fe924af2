package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.DriftAlarms;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import dev.watchkeeper.engine.model.desk.Deployment;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.ModelDesk;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.Proposal;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.desk.RetrainRequest;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.plant.DemoPlant;
import dev.watchkeeper.engine.plant.Fault;
import dev.watchkeeper.engine.plant.FaultPlan;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a model on a real broker, a real cluster and real stores: the demo plant's exchanger fouls for good, it drifts, the
 * operator is told, trains again, compares, promotes and rolls back.
 */
class ModelJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant FOULS = START.plus(Duration.ofHours(16));
    private static final Instant END = FOULS.plus(Duration.ofHours(14));
    private static final AssetId EXCHANGER = new AssetId("E-201");
    private static final SensorId PRESSURE = new SensorId(EXCHANGER, "differential-pressure");
    private static final SensorId FLOW = new SensorId(EXCHANGER, "flow");
    private static final int EVERY_SECONDS = 5;

    @TempDir
    private Path directory;

    @Test
    void aFoulingExchangerDriftsAndItsModelIsTrainedComparedPromotedAndRolledBack() {
        DemoPlant plant = new DemoPlant(
                2,
                START,
                FaultPlan.of(List.of(new Fault(
                        Fault.Kind.FOULING, EXCHANGER, List.of(PRESSURE, FLOW), new TimeSpan(FOULS, END), 0.5))));
        try (Instance instance = Instance.open(directory.resolve("data"), null, Clock.systemUTC())) {
            instance.start();
            ModelDesk models = instance.models();
            List<ModelCard> heard = new CopyOnWriteArrayList<>();
            try (ReadingPublisher publisher = new ReadingPublisher(
                            instance.platform().bootstrapServers(),
                            instance.platform().topics());
                    Subscription listening = models.onChange(heard::add)) {
                plant.assets().stream()
                        .filter(asset -> asset.id().equals(EXCHANGER))
                        .forEach(publisher::describe);

                feed(instance, plant, publisher, FOULS);
                models.retrain(EXCHANGER, RetrainRequest.manual("eva"));
                until(
                        models,
                        card -> card.challenger().filter(Deployment::isRunning).isPresent());
                models.promote(EXCHANGER, 1, "eva", "the first");
                until(models, card -> runs(card, 1));
                assertThat(models.card(EXCHANGER).drift().stage()).isNotEqualTo(DriftStage.DRIFTING);

                feed(instance, plant, publisher, FOULS.plus(Duration.ofHours(12)));
                until(
                        models,
                        card -> card.drift().stage() == DriftStage.DRIFTING
                                && card.drift().driftingSensors().contains(PRESSURE));
                await().atMost(PATIENCE).until(() -> !driftAlarms(instance).isEmpty());
                Alarm notice = driftAlarms(instance).get(0);
                assertThat(notice.priority()).isEqualTo(Priority.LOW);
                assertThat(notice.guidance().action()).contains("Open Models").contains("retrain");
                until(
                        models,
                        card -> card.proposal()
                                .map(Proposal::cause)
                                .filter(RetrainCause.DRIFT::equals)
                                .isPresent());

                heard.clear();
                models.retrain(EXCHANGER, new RetrainRequest("eva", RetrainCause.DRIFT, null));
                until(
                        models,
                        card -> card.training() instanceof TrainingState.Finished finished && finished.number() == 2);
                assertThat(heard)
                        .extracting(ModelCard::training)
                        .filteredOn(TrainingState::isRunning)
                        .hasSizeGreaterThan(2);
                ModelEntry version = models.versions(EXCHANGER).get(0);
                assertThat(version.choice()).contains("since the drift began");
                assertThat(version.leakage().isClean()).isTrue();
                until(
                        models,
                        card -> card.challenger().filter(Deployment::isRunning).isPresent());

                feed(instance, plant, publisher, END);
                until(models, card -> card.comparison().isPresent());
                ShadowReport comparison = models.card(EXCHANGER).comparison().orElseThrow();
                assertThat(comparison.championNumber()).isEqualTo(1);
                assertThat(comparison.challengerNumber()).isEqualTo(2);
                assertThat(comparison.subjects()).hasSizeGreaterThanOrEqualTo(5);

                models.promote(EXCHANGER, 2, "eva", "knows the fouled exchanger");
                until(models, card -> runs(card, 2) && card.challenger().isEmpty());

                models.rollBack(EXCHANGER, "eva", "");
                until(models, card -> runs(card, 1));
                assertThat(models.audit(EXCHANGER, 2))
                        .extracting(AuditEntry::action, AuditEntry::from, AuditEntry::to)
                        .containsExactly(
                                tuple(AuditEntry.Action.ROLLED_BACK, 2, 1), tuple(AuditEntry.Action.PROMOTED, 1, 2));
            }
        }
    }

    private static boolean runs(ModelCard card, int number) {
        return card.champion().number() == number
                && card.champion()
                        .takeover()
                        .filter(told -> told.number() == number && told.role() == Role.CHAMPION)
                        .map(Takeover::number)
                        .isPresent();
    }

    private static void until(ModelDesk models, Predicate<ModelCard> wanted) {
        await().atMost(PATIENCE)
                .failFast(
                        () -> assertThat(models.card(EXCHANGER).training()).isNotInstanceOf(TrainingState.Failed.class))
                .untilAsserted(() -> assertThat(models.card(EXCHANGER)).matches(wanted));
    }

    private static List<Alarm> driftAlarms(Instance instance) {
        return instance.alarms().current().stream()
                .filter(alarm -> alarm.rule().equals(DriftAlarms.RULE))
                .toList();
    }

    /** Lets the plant go on until then, and returns when all of it is in history. */
    private static void feed(Instance instance, DemoPlant plant, ReadingPublisher publisher, Instant until) {
        while (plant.time().isBefore(until)) {
            for (Reading reading : plant.step()) {
                if (reading.sensor().asset().equals(EXCHANGER)
                        && reading.time().getEpochSecond() % EVERY_SECONDS == 0) {
                    publisher.send(reading);
                }
            }
        }
        publisher.flush();
        await().atMost(PATIENCE)
                .until(() -> instance.history()
                        .extent(FLOW)
                        .filter(extent -> extent.end().isAfter(until))
                        .isPresent());
    }
}
