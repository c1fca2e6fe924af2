package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.assistant.Documents;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.assistant.plant.PlantPorts;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.history.Retention;
import dev.watchkeeper.engine.label.LabelDesk;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.desk.ModelDesk;
import dev.watchkeeper.engine.model.tracking.mlflow.MlflowTracking;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretStores;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.stream.feed.AssetFeed;
import dev.watchkeeper.stream.feed.DetectionFeed;
import dev.watchkeeper.stream.feed.DriftFeed;
import dev.watchkeeper.stream.feed.ReadingFeed;
import dev.watchkeeper.stream.feed.RejectFeed;
import dev.watchkeeper.stream.feed.ScoreFeed;
import dev.watchkeeper.stream.feed.ShadowFeed;
import dev.watchkeeper.stream.job.KafkaConnectors;
import dev.watchkeeper.stream.platform.EmbeddedPlatform;
import dev.watchkeeper.stream.platform.PipelineMonitor;
import dev.watchkeeper.stream.topic.KafkaModelPublisher;
import dev.watchkeeper.stream.topic.KafkaRulePublisher;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import dev.watchkeeper.stream.topic.TopicLag;
import dev.watchkeeper.stream.topic.TopicTail;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Watchkeeper: stores, platform, feeds and sources, put together by plain constructors, started in order and closed in
 * the reverse order. This is the composition root; what shows it, a console or a terminal, comes on top.
 */
final class Instance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    static final String PROFILE = "Embedded";
    /** Under which the broker keeps how far readings are in history, */
    static final String READINGS_GROUP = "watchkeeper-readings";
    /** and how far scores are. */
    static final String SCORES_GROUP = "watchkeeper-scores";

    /** How many readings before its last position the feed takes in again: what it may have held for unknown sensors. */
    private static final int READ_AGAIN = 5_000;

    /** How long readings and scores are kept, and how much of them. */
    private static final Setting<Retention> RETENTION =
            new Setting<>("history.retention", Retention.class, new Retention(Duration.ofDays(365), 20L << 30));

    /** How often shelves, re-alarms and suppression by design are looked after. */
    private static final Duration ALARM_TICK = Duration.ofSeconds(1);

    private static final long PIPELINE_LOOK_SECONDS = 2;
    private static final Duration RETENTION_PERIOD = Duration.ofHours(1);
    private static final int BACKGROUND_THREADS = 4;
    private static final long CLOSE_PATIENCE_SECONDS = 10;

    private final InstantSource clock;
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final DataDirectory directory;
    private final ExecutorService background;
    private final ScheduledExecutorService scheduler;
    private final Store store;
    private final QuestDbHistory history;
    private final KnownAssets assets;
    private final LiveReadings live = new LiveReadings();
    private final RuleCare rules;
    private final AlarmDesk alarms;
    private final LabelDesk labels;
    private final ModelCare models;
    private final OwnDesktop desktop = new OwnDesktop();
    private final NotificationCare notifications;
    private final AssistantCare assistant;
    private final KnowledgeCare knowledge;
    private final @Nullable DemoSettings demo;
    private volatile Supplier<PipelineStatus> pipeline = () -> PipelineStatus.starting(PROFILE);
    private volatile @Nullable EmbeddedPlatform platform;

    private Instance(DataDirectory directory, @Nullable DemoSettings demo, InstantSource clock) {
        this.directory = directory;
        this.demo = demo;
        this.clock = clock;
        closing.push(directory);
        background = Executors.newFixedThreadPool(BACKGROUND_THREADS, threads("background"));
        scheduler = Executors.newSingleThreadScheduledExecutor(threads("scheduler"));
        closing.push(() -> end(background));
        closing.push(() -> end(scheduler));
        CompletableFuture<Store> opening =
                CompletableFuture.supplyAsync(() -> Store.open(directory.store()), background);
        history = QuestDbHistory.open(directory.history(), clock);
        closing.push(history);
        history.movedAside()
                .forEach(path -> LOG.warn("Damaged history was moved aside to {}; a new one is begun", path));
        store = opening.join();
        closing.push(store);
        assets = new KnownAssets(store.assets());
        var _ = scheduler.scheduleWithFixedDelay(
                () -> background.execute(this::retain),
                RETENTION_PERIOD.toSeconds(),
                RETENTION_PERIOD.toSeconds(),
                TimeUnit.SECONDS);
        rules = new RuleCare(store, assets, live, this::pipeline, clock);
        alarms =
                new AlarmDesk(store.alarms(), assets, AlarmPolicy.STANDARD, rules.definitions(), rules.design(), clock);
        rules.rehearseOn(history, history.drift(), alarms, new ModelFiles(directory.models()));
        var _ = scheduler.scheduleWithFixedDelay(
                this::tickAlarms, ALARM_TICK.toMillis(), ALARM_TICK.toMillis(), TimeUnit.MILLISECONDS);
        labels = new LabelDesk(store.labels(), clock);
        models = new ModelCare(store, history, assets, alarms, labels, new ModelFiles(directory.models()), clock);
        closing.push(models);
        notifications = new NotificationCare(store, alarms, assets, rules.maintenance(), desktop, clock);
        closing.push(notifications);
        knowledge = new KnowledgeCare(directory.knowledge(), store.settings());
        closing.push(knowledge);
        assets.all()
                .forEach(asset ->
                        notifications.drift(models.desk().card(asset.id()).drift()));
        closing.push(models.desk().onChange(card -> notifications.drift(card.drift())));
        assistant = new AssistantCare(
                store,
                new PlantPorts(
                        alarms,
                        labels,
                        assets,
                        live,
                        history,
                        history.drift(),
                        models.desk(),
                        this::pipeline,
                        knowledge.knowledge(),
                        clock,
                        ZoneId.systemDefault()),
                new Documents(knowledge.reader(), knowledge.folders(), knowledge::warmUp),
                notifications::secrets);
        Secret passphrase = Secret.of(System.getenv().getOrDefault(SecretStores.PASSPHRASE, ""));
        notifications.open(() ->
                SecretStores.open(directory.secrets(), passphrase, SecretStores::systemKeychain, new SecureRandom()));
        var _ = scheduler.scheduleWithFixedDelay(
                () -> background.execute(this::watchPipeline),
                PIPELINE_LOOK_SECONDS,
                PIPELINE_LOOK_SECONDS,
                TimeUnit.SECONDS);
    }

    /**
     * Takes a data directory and opens what lies in it; the stream is started by {@link #start}.
     *
     * @param demo the demo plant to simulate; null for none
     * @throws UserError when another instance has the directory, or it cannot be used
     */
    static Instance open(Path path, @Nullable DemoSettings demo, InstantSource clock) {
        DataDirectory directory = DataDirectory.take(path);
        directory.unannounce();
        return new Instance(directory, demo, clock);
    }

    /** Starts the stream, and returns when readings are taken in. A failure can also be seen in {@link #pipeline}. */
    void start() {
        try {
            startStream();
        } catch (RuntimeException e) {
            LOG.error("The stream did not start", e);
            PipelineStatus failed = new PipelineStatus(
                    PipelineStatus.State.FAILED,
                    PROFILE,
                    "The stream did not start: " + e.getMessage() + ". Mend that and start Watchkeeper again.",
                    0,
                    0,
                    0,
                    0,
                    null);
            pipeline = () -> failed;
            throw e;
        }
    }

    private void startStream() {
        EmbeddedPlatform started =
                EmbeddedPlatform.start(directory.stream(), EmbeddedPlatform.Settings.STANDARD, background);
        closing.push(started);
        platform = started;
        String bootstrap = started.bootstrapServers();
        Topics topics = started.topics();

        ReadingFeed readings = new ReadingFeed(assets, live, history, clock);
        DetectionFeed detections = new DetectionFeed(alarms);
        RejectFeed rejects = new RejectFeed(store.rejects());
        List<TopicTail> tails = new ArrayList<>();
        tails.add(TopicTail.fromBeginning(bootstrap, topics.assets(), new AssetFeed(assets, readings::described)));
        tails.add(TopicTail.ofGroup(bootstrap, READINGS_GROUP, topics.readings(), READ_AGAIN, readings));
        tails.add(TopicTail.ofGroup(bootstrap, SCORES_GROUP, topics.scores(), 0, new ScoreFeed(live, history)));
        tails.add(TopicTail.from(detections, bootstrap, topics.detections(), detections));
        tails.add(TopicTail.ofGroup(bootstrap, "watchkeeper-rejects", topics.rejects(), 0, rejects));
        TopicTail shadow = TopicTail.fromBeginning(bootstrap, topics.shadow(), new ShadowFeed(models.desk()));
        tails.add(shadow);
        tails.add(TopicTail.ofGroup(bootstrap, "watchkeeper-drift", topics.drift(), 0, new DriftFeed(this::drifted)));
        tails.forEach(closing::push);
        KafkaModelPublisher modelPublisher = new KafkaModelPublisher(bootstrap, topics, UUID::randomUUID);
        closing.push(modelPublisher);
        models.follow(modelPublisher, shadow::caughtUp);
        KafkaRulePublisher rulePublisher = new KafkaRulePublisher(bootstrap, topics);
        closing.push(rulePublisher);
        rules.publishTo(rulePublisher);

        TopicLag lag = new TopicLag(bootstrap, KafkaConnectors.GROUP, topics.readings());
        closing.push(lag);
        PipelineMonitor monitor = new PipelineMonitor(
                PROFILE,
                started.job(),
                lag,
                new PipelineMonitor.Counts(readings::count, rejects::count, detections::late),
                () -> tails.stream().flatMap(tail -> tail.trouble().stream()).findFirst(),
                clock,
                scheduler);
        closing.push(monitor);
        pipeline = monitor::status;
        directory.announce(bootstrap);
        if (demo != null) {
            ReadingPublisher publisher = new ReadingPublisher(bootstrap, topics);
            closing.push(publisher);
            closing.push(new DemoSource(demo, publisher, history, clock));
        }
    }

    private void drifted(List<DriftReport> reports) {
        history.drift().addDrift(reports);
        models.desk().drifted(reports);
    }

    private void watchPipeline() {
        try {
            notifications.pipeline(pipeline());
            notifications.devices(rules.devices().settled());
        } catch (RuntimeException e) {
            LOG.error("Trouble with the pipeline or a device could not be told; it is tried again", e);
        }
    }

    private void retain() {
        try {
            int dropped = history.apply(store.settings().get(RETENTION), clock.instant());
            if (dropped > 0) {
                LOG.info("{} weeks of history were dropped to keep to the retention that is set", dropped);
            }
        } catch (RuntimeException e) {
            LOG.error("Old history could not be dropped; it is tried again in {}", RETENTION_PERIOD, e);
        }
    }

    private void tickAlarms() {
        rules.tick(background);
        try {
            alarms.tick();
        } catch (RuntimeException e) {
            LOG.error("Shelves and re-alarms could not be looked after; it is tried again in {}", ALARM_TICK, e);
        }
    }

    InstantSource clock() {
        return clock;
    }

    ExecutorService background() {
        return background;
    }

    Store store() {
        return store;
    }

    ReadingHistory history() {
        return history;
    }

    Assets assets() {
        return assets;
    }

    LiveReadings live() {
        return live;
    }

    AlarmDesk alarms() {
        return alarms;
    }

    RuleCare rules() {
        return rules;
    }

    ModelDesk models() {
        return models.desk();
    }

    MlflowTracking tracking() {
        return models.tracking();
    }

    DriftHistory drift() {
        return history.drift();
    }

    AssistantCare assistant() {
        return assistant;
    }

    NotificationCare notifications() {
        return notifications;
    }

    /** Where messages to the desktop of this machine are shown. */
    OwnDesktop desktop() {
        return desktop;
    }

    /** The documents: where questions go, which folders are watched, and how a document is read. */
    KnowledgeCare knowledge() {
        return knowledge;
    }

    LabelDesk labels() {
        return labels;
    }

    PipelineStatus pipeline() {
        return pipeline.get();
    }

    /** The platform that {@link #start} started. */
    EmbeddedPlatform platform() {
        EmbeddedPlatform started = platform;
        if (started == null) {
            throw new IllegalStateException("the stream has not been started");
        }
        return started;
    }

    @Override
    public synchronized void close() {
        pipeline = () ->
                new PipelineStatus(PipelineStatus.State.STOPPED, PROFILE, "Watchkeeper is closing.", 0, 0, 0, 0, null);
        while (!closing.isEmpty()) {
            AutoCloseable next = closing.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", next.getClass().getSimpleName(), e);
            }
        }
    }

    private static void end(ExecutorService executor) throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Background work did not end within {} s", CLOSE_PATIENCE_SECONDS);
        }
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }
}
