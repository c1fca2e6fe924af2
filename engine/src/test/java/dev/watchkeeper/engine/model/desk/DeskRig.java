package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.deploy.ModelPublishException;
import dev.watchkeeper.engine.model.deploy.ModelPublisher;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.tracking.LocalTracking;
import dev.watchkeeper.engine.model.tracking.Tracking;
import dev.watchkeeper.engine.model.train.MemoryHistory;
import dev.watchkeeper.engine.model.train.NoveltyTraining;
import dev.watchkeeper.engine.model.train.PartTrainer;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A desk on a real store and real files, with two days of two sensors, a clock that is set by hand and a broker that is not there. */
final class DeskRig implements InstantSource, ModelPublisher, Answers, DriftNotices, AutoCloseable {
    static final AssetId PUMP = new AssetId("P-101");
    static final SensorId FLOW = new SensorId(PUMP, "flow");
    static final SensorId SPEED = new SensorId(PUMP, "speed");
    static final Asset DESCRIBED = new Asset(PUMP, "Lift pump 1", "", List.of(Sensor.named(FLOW), Sensor.named(SPEED)));
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant END = START.plus(Duration.ofDays(2));

    final MemoryHistory history = new MemoryHistory();
    final List<ModelUpdate> published = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    final Store store;
    final KnownAssets assets;
    final ModelFiles files;
    final Tracking tracking;
    final Path directory;

    Lesson lesson = Lesson.NONE;
    Score score = new Score(OptionalDouble.empty(), 0);

    @Nullable String brokerTrouble;

    private Instant now = END;

    DeskRig(Path directory) {
        this.directory = directory;
        store = Store.open(directory.resolve("store"));
        assets = new KnownAssets(store.assets());
        assets.save(DESCRIBED);
        files = new ModelFiles(directory.resolve("models"));
        tracking = new LocalTracking(store.runs());
        history.addReadings(readings(FLOW, START, END, 1));
        history.addReadings(readings(SPEED, START, END, 2));
    }

    static List<Reading> readings(SensorId sensor, Instant from, Instant to, long seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            readings.add(Reading.good(sensor, at, 50 + random.nextGaussian()));
        }
        return readings;
    }

    /** A process that begins: a desk that trains in the caller's thread and is not connected to a job. */
    ModelDesk desk() {
        return desk(List.of(new NoveltyTraining()), Runnable::run);
    }

    ModelDesk desk(List<PartTrainer> trainers, Executor training) {
        return new ModelDesk(
                new DeskPorts(store.models(), store.trainings(), files, history, assets, tracking, this, this, this),
                trainers,
                Sensitivity.NORMAL,
                training);
    }

    /** A desk that publishes in the caller's thread. */
    ModelDesk connected() {
        ModelDesk desk = desk();
        desk.connect(this, Runnable::run);
        return desk;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** What was published, such as {@code champion 1}; 0 for withdrawn. */
    List<String> publications() {
        return published.stream()
                .map(update -> update.role().word() + " "
                        + (update instanceof ModelUpdate.Deployed deployed
                                ? deployed.model().number()
                                : Takeover.NONE))
                .toList();
    }

    Takeover takeover(Role role, int number) {
        return new Takeover(PUMP, role, number, now);
    }

    static DriftReport report(SensorId sensor, DriftStage stage, @Nullable Instant since, Instant at) {
        FeatureDrift drift = new FeatureDrift(
                DriftFeature.MEAN,
                new FeatureLevel(50, 1),
                new FeatureLevel(55, 1),
                DriftStatistic.NONE,
                new DriftStatistic(1.2, 0.2),
                new DistributionDistance(
                        DistributionDistance.Kind.KOLMOGOROV_SMIRNOV, new DriftStatistic(0.9, 0.3), 0.0001),
                DriftDirection.ROSE,
                5,
                stage,
                since);
        return new DriftReport(
                sensor, new TimeSpan(at.minusSeconds(600), at), new TimeSpan(START, END), List.of(drift));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void publish(ModelUpdate update) {
        if (brokerTrouble != null) {
            throw new ModelPublishException(brokerTrouble, null);
        }
        published.add(update);
    }

    @Override
    public Lesson lesson(AssetId asset, TimeSpan span) {
        return lesson;
    }

    @Override
    public Score score(AssetId asset, TimeSpan span) {
        return score;
    }

    @Override
    public void drifting(AssetDrift drift, Instant at) {
        notices.add("drifting " + drift.driftingSensors());
    }

    @Override
    public void steady(AssetId asset, Instant at) {
        notices.add("steady " + asset);
    }

    @Override
    public void close() {
        store.close();
    }
}
