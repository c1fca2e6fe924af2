package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.assistant.Documents;
import dev.watchkeeper.app.models.ModelPorts;
import dev.watchkeeper.app.settings.SettingsPorts;
import dev.watchkeeper.app.shell.ConsolePorts;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.assistant.plant.PlantPorts;
import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.knowledge.embed.MiniLm;
import dev.watchkeeper.engine.knowledge.library.SeenLibrary;
import dev.watchkeeper.engine.label.LabelDesk;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.Versions;
import dev.watchkeeper.engine.model.desk.WatchedModels;
import dev.watchkeeper.engine.model.tracking.LocalTracking;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.stream.feed.DriftFeed;
import dev.watchkeeper.stream.feed.ReadingFeed;
import dev.watchkeeper.stream.feed.ScoreFeed;
import dev.watchkeeper.stream.feed.ShadowFeed;
import dev.watchkeeper.stream.job.KafkaConnectors;
import dev.watchkeeper.stream.platform.Rate;
import dev.watchkeeper.stream.topic.TopicLag;
import dev.watchkeeper.stream.topic.TopicTail;
import dev.watchkeeper.stream.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a Watchkeeper that runs in another process, from outside: its stream by its broker, its alarms by its database.
 * History is what lies on the topics of the last hours, kept in a temporary place of its own. It changes nothing.
 */
final class Viewer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);
    private static final Duration PAST = Duration.ofHours(2);

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final ConsolePorts ports;
    private final ReadingFeed readings;
    private final List<TopicTail> tails;
    private final WatchedModels models;
    private final TopicLag lag;
    private final Rate rate;

    private Viewer(String bootstrap, Path data, Path temporary, InstantSource clock) {
        rate = new Rate(clock);
        Topics topics = Topics.STANDARD;
        closing.push(() -> Directories.delete(temporary));
        ExecutorService background = Executors.newFixedThreadPool(2);
        closing.push(background::shutdownNow);
        Store store = Store.open(DataDirectory.storeOf(data));
        closing.push(store);
        QuestDbHistory history = QuestDbHistory.open(temporary, clock);
        closing.push(history);
        LiveReadings live = new LiveReadings();
        KnownAssets assets = new KnownAssets(store.assets());
        RuleCare rules = new RuleCare(store, assets, live, this::pipeline, clock);
        AlarmDesk alarms =
                new AlarmDesk(store.alarms(), assets, AlarmPolicy.STANDARD, rules.definitions(), rules.design(), clock);
        rules.rehearseOn(history, history.drift(), alarms, new ModelFiles(DataDirectory.modelsOf(data)));
        readings = new ReadingFeed(assets, live, history, clock);
        LocalTracking tracking = new LocalTracking(store.runs());
        models = new WatchedModels(
                store.models(),
                store.trainings(),
                new Versions(store.models(), new ModelFiles(DataDirectory.modelsOf(data)), assets, tracking, clock));
        Instant since = clock.instant().minus(PAST);
        tails = List.of(
                TopicTail.since(since, bootstrap, topics.readings(), readings),
                TopicTail.since(since, bootstrap, topics.scores(), new ScoreFeed(live, history)),
                TopicTail.fromBeginning(bootstrap, topics.shadow(), new ShadowFeed(models)),
                TopicTail.since(since, bootstrap, topics.drift(), new DriftFeed(reports -> {
                    history.drift().addDrift(reports);
                    models.drifted(reports);
                })));
        tails.forEach(closing::push);
        lag = new TopicLag(bootstrap, KafkaConnectors.GROUP, topics.readings());
        closing.push(lag);
        MiniLm sentences = KnowledgeCare.model(DataDirectory.knowledgeOf(data));
        closing.push(sentences);
        SeenLibrary library = KnowledgeCare.seenIn(DataDirectory.knowledgeOf(data), store.settings());
        AssistantCare assistant = new AssistantCare(
                store,
                new PlantPorts(
                        alarms,
                        new LabelDesk(store.labels(), clock),
                        assets,
                        live,
                        history,
                        history.drift(),
                        models,
                        this::pipeline,
                        KnowledgeCare.lookInto(DataDirectory.knowledgeOf(data), sentences),
                        clock,
                        ZoneId.systemDefault()),
                new Documents(library, library, sentences::load),
                () -> {
                    throw new IllegalStateException(
                            "The key of the language model is only known to the running Watchkeeper.");
                });
        ports = new ConsolePorts(
                alarms,
                new LabelDesk(store.labels(), clock),
                assets,
                live,
                history,
                new ModelPorts(models, tracking, history.drift(), Optional::empty),
                new SettingsPorts(new SeenNotifications(store)),
                rules.rules(),
                rules.rehearsals(),
                rules.maintenance(),
                rules.devicesWhenAsked(),
                assistant.ports(),
                this::pipeline,
                clock,
                ZoneId.systemDefault(),
                System.getProperty("user.name", "operator"),
                true,
                background);
    }

    /** Looks at the instance whose broker answers there and whose data lies there. */
    static Viewer of(String bootstrapServers, Path data, InstantSource clock) throws IOException {
        return new Viewer(bootstrapServers, data, Files.createTempDirectory("watchkeeper-view"), clock);
    }

    ConsolePorts ports() {
        return ports;
    }

    /** As they stood when the view began; what the job tells of them comes on. */
    Models models() {
        return models;
    }

    PipelineStatus pipeline() {
        return new PipelineStatus(
                tails.stream().allMatch(TopicTail::caughtUp)
                        ? PipelineStatus.State.RUNNING
                        : PipelineStatus.State.STARTING,
                Instance.PROFILE,
                "Looking at a Watchkeeper that runs in another process.",
                rate.perSecond(readings.count()),
                0,
                0,
                lag.records(),
                Duration.ZERO);
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                LOG.warn("Part of the view did not close cleanly", e);
            }
        }
    }
}
