package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.DriftAlarms;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.label.LabelAnswers;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.deploy.ModelPublisher;
import dev.watchkeeper.engine.model.desk.DeskPorts;
import dev.watchkeeper.engine.model.desk.ModelDesk;
import dev.watchkeeper.engine.model.tracking.mlflow.Backoff;
import dev.watchkeeper.engine.model.tracking.mlflow.MlflowTracking;
import dev.watchkeeper.engine.model.tracking.mlflow.Pace;
import dev.watchkeeper.engine.model.tracking.mlflow.TrackingSettings;
import dev.watchkeeper.engine.model.train.AssetTraining;
import dev.watchkeeper.engine.model.train.NoveltyTraining;
import dev.watchkeeper.engine.store.Store;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of an instance with their threads: one that trains, one that publishes, one that keeps time, one that mirrors runs. */
final class ModelCare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCare.class);
    private static final long TICK_MILLIS = 500;
    private static final long CLOSE_PATIENCE_SECONDS = 10;

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final ModelDesk desk;
    private final MlflowTracking tracking;
    private final ScheduledExecutorService ticking;
    private final ExecutorService deploying;
    private final Store store;
    private boolean connected;
    /** What {@link #tracking} was last told; in the ticking thread. */
    private TrackingSettings mirror;

    ModelCare(
            Store store,
            QuestDbHistory history,
            Assets assets,
            AlarmDesk alarms,
            Labels labels,
            ModelFiles files,
            InstantSource clock) {
        this.store = store;
        ScheduledExecutorService mirroring = Executors.newSingleThreadScheduledExecutor(threads("mlflow"));
        closing.push(() -> end(mirroring));
        ExecutorService training = Executors.newSingleThreadExecutor(threads("training"));
        closing.push(() -> end(training));
        deploying = Executors.newSingleThreadExecutor(threads("model-publisher"));
        closing.push(() -> end(deploying));
        ticking = Executors.newSingleThreadScheduledExecutor(threads("model-desk"));
        closing.push(() -> end(ticking));
        tracking = new MlflowTracking(
                store.runs(), store.mirror(), new Pace(clock, mirroring, Backoff.USUAL, RandomGenerator.getDefault()));
        closing.push(tracking);
        mirror = store.settings().get(TrackingSettings.SETTING);
        tracking.use(mirror);
        desk = new ModelDesk(
                new DeskPorts(
                        store.models(),
                        store.trainings(),
                        files,
                        history,
                        assets,
                        tracking,
                        new LabelAnswers(labels, alarms),
                        new DriftAlarms(alarms),
                        clock),
                List.of(new NoveltyTraining(), new AssetTraining()),
                Sensitivity.NORMAL,
                training);
        closing.push(desk);
        assets.all().forEach(asset -> desk.drifted(history.drift().latestDrift(asset.id())));
    }

    ModelDesk desk() {
        return desk;
    }

    MlflowTracking tracking() {
        return tracking;
    }

    /**
     * From now on orders and policies are followed; the job is brought to what was decided once it has told what it runs.
     *
     * @param told whether all that the job told before has been heard
     */
    void follow(ModelPublisher publisher, BooleanSupplier told) {
        var _ = ticking.scheduleWithFixedDelay(
                () -> tick(publisher, told), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick(ModelPublisher publisher, BooleanSupplier told) {
        try {
            if (!connected && told.getAsBoolean()) {
                connected = true;
                desk.connect(publisher, deploying);
            }
            desk.tick();
            TrackingSettings wanted = store.settings().get(TrackingSettings.SETTING);
            if (!wanted.equals(mirror)) {
                mirror = wanted;
                tracking.use(wanted);
            }
        } catch (RuntimeException e) {
            LOG.error("The models could not be looked after; it is tried again", e);
        }
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the models did not close cleanly", e);
            }
        }
    }

    private static void end(ExecutorService executor) throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            executor.shutdownNow();
        }
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }
}
