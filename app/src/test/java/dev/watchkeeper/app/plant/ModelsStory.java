package dev.watchkeeper.app.plant;

import static dev.watchkeeper.app.plant.FakePlant.START;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelChange;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowEpisode;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.SpeechTally;
import dev.watchkeeper.engine.model.deploy.SubjectComparison;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.Proposal;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.desk.RetrainPolicy;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the models of the fake plant: pump 1 fouls and drifts, pump 2 has a challenger, the blower is being
 * trained, the training of the basin failed, pump 3 is steady, and the others have no trained model.
 */
public final class ModelsStory {
    /** Drifts; two versions have been champion. */
    public static final AssetId FOULED = new AssetId("pump-1");
    /** Has a challenger that was compared. */
    public static final AssetId CHALLENGED = new AssetId("pump-2");

    private static final Instant DRIFT = START.minus(Duration.ofMinutes(154));

    private final FakePlant plant;

    private ModelsStory(FakePlant plant) {
        this.plant = plant;
    }

    /** Tells it. */
    public static FakePlant told(FakePlant plant) {
        ModelsStory story = new ModelsStory(plant);
        story.fouled();
        story.challenged();
        story.others();
        return plant;
    }

    /** What a training of the fouled pump makes in the end. */
    public static void finishTraining(FakePlant plant, int number) {
        TrainedModels trained = new TrainedModels(plant.assets().find(FOULED).orElseThrow());
        ModelVersion version = trained.version(number, plant.clock().instant(), 22, 1);
        plant.models().finish(trained.entry(version, "m.weber", RetrainCause.MANUAL, RunId.unique()), version);
    }

    /** Champion and challenger of an asset on the same readings. */
    public static ShadowReport comparison(Asset asset, int champion, int challenger, Instant now) {
        TimeSpan over = TimeSpan.before(now, Duration.ofHours(19));
        List<SubjectComparison> subjects = new ArrayList<>();
        int at = 0;
        for (Sensor sensor : asset.sensors()) {
            subjects.add(new SubjectComparison(
                    PartKind.NOVELTY, sensor.id(), tally(at == 1 ? 6 : at % 2), tally(at == 1 ? 1 : 0)));
            at++;
        }
        List<ShadowEpisode> episodes = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 9; i++) {
            Instant opened = over.start().plusSeconds(3_000 + 7_000L * i);
            Role role = i == 4 || i == 7 ? Role.CHALLENGER : Role.CHAMPION;
            episodes.add(new ShadowEpisode(
                    role,
                    asset.sensors().get(1).id(),
                    opened,
                    opened.plusSeconds(600 + random.nextInt(1_500)),
                    0.6 + 0.05 * (i % 6)));
        }
        return new ShadowReport(asset.id(), champion, challenger, over, 410_400, subjects, episodes);
    }

    private void fouled() {
        Asset asset = asset(FOULED);
        TrainedModels trained = new TrainedModels(asset);
        version(trained, 1, Duration.ofDays(61), 14, 4, "k.sato", RetrainCause.MANUAL);
        version(trained, 2, Duration.ofDays(33), 30, 3, "watchkeeper", RetrainCause.SCHEDULE);
        ended(trained, 3, Duration.ofDays(6), RunStatus.FAILED);
        version(trained, 3, Duration.ofDays(5), 30, 1, "m.weber", RetrainCause.MANUAL);
        for (Sensor sensor : asset.sensors()) {
            String name = sensor.id().name();
            DriftStory story = new DriftStory(sensor.id(), plant.middle(sensor.id()), plant.swing(sensor.id()));
            plant.drift()
                    .addDrift(
                            name.equals("discharge-pressure")
                                    ? story.drifting(START, DRIFT, 3.4)
                                    : name.equals("flow")
                                            ? story.drifting(START, DRIFT.plusSeconds(2_400), -1.3)
                                            : story.steady(START));
        }
        AssetDrift drift = AssetDrift.of(FOULED, plant.drift().latestDrift(FOULED));
        put(
                FOULED,
                3,
                2,
                TrainingState.Idle.IDLE,
                RetrainPolicy.BY_HAND.withPause(Duration.ofHours(6)),
                drift,
                new Proposal(RetrainCause.DRIFT, DRIFT, "Pump 1 drifts since " + DRIFT + ": retrain?"));
        labelled(FOULED, 52, i -> i % 3 != 0);
        Instant promoted = START.minus(Duration.ofDays(4));
        record(FOULED, promoted, "m.weber", AuditEntry.Action.PROMOTED, 2, 3, "Fewer false alarms at night");
        record(FOULED, promoted.minusSeconds(70_000), "m.weber", AuditEntry.Action.CHALLENGED, 0, 3, "");
        record(FOULED, promoted.minusSeconds(70_001), "m.weber", AuditEntry.Action.TRAINED, 0, 3, "30 days");
        record(FOULED, promoted.minusSeconds(70_090), "m.weber", AuditEntry.Action.TRAINING_STARTED, 0, 0, "");
    }

    private void challenged() {
        TrainedModels trained = new TrainedModels(asset(CHALLENGED));
        version(trained, 1, Duration.ofDays(40), 30, 5, "k.sato", RetrainCause.MANUAL);
        version(trained, 2, Duration.ofDays(1), 30, 2, "watchkeeper", RetrainCause.SCHEDULE);
        put(
                CHALLENGED,
                1,
                0,
                TrainingState.Idle.IDLE,
                RetrainPolicy.BY_HAND,
                new AssetDrift(CHALLENGED, List.of()),
                null);
        steady(CHALLENGED);
        plant.models().challenge(CHALLENGED, 2, "watchkeeper");
        plant.models().compare(comparison(asset(CHALLENGED), 1, 2, START));
        labelled(CHALLENGED, 41, i -> i % 14 == 1);
    }

    private void others() {
        AssetId blower = new AssetId("blower-1");
        version(new TrainedModels(asset(blower)), 1, Duration.ofDays(90), 20, 2, "k.sato", RetrainCause.MANUAL);
        steady(blower);
        put(
                blower,
                1,
                0,
                new TrainingState.Running(
                        0.42,
                        "Measuring Motor current on validation, part 3 of 5",
                        START.minusSeconds(31),
                        "m.weber",
                        RetrainCause.MANUAL),
                RetrainPolicy.BY_HAND,
                new AssetDrift(blower, List.of()),
                null);
        AssetId basin = new AssetId("basin");
        put(
                basin,
                0,
                null,
                new TrainingState.Failed(
                        "Level did not change in 14 days: there is nothing to learn from it. Look at the sensor first.",
                        START.minusSeconds(5_400)),
                RetrainPolicy.BY_HAND,
                new AssetDrift(basin, List.of()),
                null);
        AssetId pump = new AssetId("pump-3");
        version(new TrainedModels(asset(pump)), 1, Duration.ofDays(20), 20, 2, "k.sato", RetrainCause.MANUAL);
        steady(pump);
        put(
                pump,
                1,
                0,
                TrainingState.Idle.IDLE,
                RetrainPolicy.BY_HAND.withOnDrift(true),
                new AssetDrift(pump, List.of()),
                null);
    }

    private void put(
            AssetId asset,
            int champion,
            @Nullable Integer previous,
            TrainingState training,
            RetrainPolicy policy,
            AssetDrift drift,
            @Nullable Proposal proposal) {
        plant.models()
                .put(new ModelCard(
                        asset,
                        plant.models().running(Role.CHAMPION, asset, champion),
                        previous,
                        null,
                        training,
                        null,
                        policy,
                        drift,
                        proposal));
    }

    private void version(
            TrainedModels trained, int number, Duration ago, int days, int observed, String by, RetrainCause cause) {
        Instant at = START.minus(ago);
        ModelVersion version = trained.version(number, at, days, observed);
        RunId id = RunId.unique();
        plant.models().put(trained.entry(version, by, cause, id), version);
        plant.tracking()
                .put(trained.run(id, number, at, by, RunStatus.FINISHED, cause, version), trained.curves(version));
    }

    private void ended(TrainedModels trained, int number, Duration ago, RunStatus status) {
        plant.tracking()
                .put(
                        trained.run(
                                RunId.unique(), number, START.minus(ago), "m.weber", status, RetrainCause.MANUAL, null),
                        java.util.Map.of());
    }

    private void steady(AssetId asset) {
        for (Sensor sensor : asset(asset).sensors()) {
            plant.drift()
                    .addDrift(new DriftStory(sensor.id(), plant.middle(sensor.id()), plant.swing(sensor.id()))
                            .steady(START));
        }
    }

    /** Alarms of the last weeks that are over, and what people said of some of them. */
    private void labelled(AssetId asset, int alarms, IntPredicate judged) {
        SensorId sensor = asset(asset).sensors().getFirst().id();
        Random random = new Random(3);
        for (int i = 0; i < alarms; i++) {
            Duration ago = Duration.ofHours(40L * (i + 1)).plusMinutes(random.nextInt(600));
            Alarm alarm = FakePlant.alarm(
                    asset.value() + "-old-" + i,
                    asset.value(),
                    "Discharge pressure leaves its expected band",
                    Priority.LOW,
                    AlarmState.NORMAL,
                    ago,
                    Duration.ofMinutes(9),
                    List.of(new Contribution(sensor, 1)),
                    new Alarm.Acknowledgment("k.sato", "", START.minus(ago).plusSeconds(300)));
            plant.alarm(alarm);
            if (judged.test(i)) {
                LabelKind kind = random.nextDouble() < 0.25 + 0.6 * (alarms - i) / alarms
                        ? LabelKind.TRUE_ANOMALY
                        : LabelKind.NOT_AN_ANOMALY;
                Label label = new Label(
                        LabelSubject.of(alarm, START),
                        kind,
                        "",
                        "m.weber",
                        START.minus(ago).plusSeconds(3_600L + random.nextInt(40_000)));
                plant.labelBook()
                        .append(
                                label.id(),
                                before -> Optional.of(
                                        new LabelChange(LabelChange.Action.PUT, label, label.by(), label.at())));
            }
        }
    }

    private void record(
            AssetId asset, Instant at, String who, AuditEntry.Action action, int from, int to, String note) {
        plant.models().put(new AuditEntry(asset, at, who, action, from, to, note));
    }

    private Asset asset(AssetId id) {
        return plant.assets().find(id).orElseThrow();
    }

    private static SpeechTally tally(int spoke) {
        return new SpeechTally(
                68_400,
                spoke,
                Stream.of(1, 4, 16)
                        .map(looser -> new RateCheck(0.5 * looser, (long) spoke * looser))
                        .toList());
    }
}
