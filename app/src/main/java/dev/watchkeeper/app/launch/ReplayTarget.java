package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.intake.CsvReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.wire.StreamPosition;
import dev.watchkeeper.stream.ingest.Pace;
import dev.watchkeeper.stream.ingest.Replay;
import dev.watchkeeper.stream.ingest.RunWatch;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import dev.watchkeeper.stream.topic.TopicLag;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The Watchkeeper into which a file is replayed, in this process or another.
 *
 * @param stillAlive throws when there is nothing left to wait for
 */
record ReplayTarget(String bootstrapServers, Store store, Runnable stillAlive) {
    private static final int MOST_ALARMS = 100_000;
    private static final long LOOK_MILLIS = 200;
    private static final long MARK_PATIENCE_SECONDS = 10;

    /**
     * What became of the file.
     *
     * @param rejected rows and readings that were rejected
     * @param alarms of the file's asset and span, in the order of time
     * @param complete false when the replay was cancelled
     */
    record Result(long rows, long rejected, List<Alarm> alarms, boolean complete) {}

    /** Replays, and returns when every reading has been judged, its alarms are raised and all of it is in history. */
    Result run(CsvReadings rows, Asset asset, Path file, Pace pace, Consumer<Replay.Progress> progress)
            throws Exception {
        String run = UUID.randomUUID().toString();
        Replay.Sent sent;
        RunWatch.Finished finished;
        try (RunWatch watch = new RunWatch(bootstrapServers, Topics.STANDARD, run);
                ReadingPublisher publisher = new ReadingPublisher(bootstrapServers, Topics.STANDARD)) {
            Replay replay = new Replay(publisher, pace, Clock.systemUTC(), progress);
            sent = sendUntilSignal(replay, rows, asset, file.getFileName().toString(), run);
            finished = await(watch);
        }
        await(() -> isBehind(finished.behind()));
        awaitHistory();
        List<Alarm> alarms = sent.span().map(span -> alarms(asset, span)).orElse(List.of());
        return new Result(sent.rows(), sent.rejectedRows() + finished.summary().rejected(), alarms, sent.complete());
    }

    /** Sends; when the process is told to end meanwhile, it ends only after what has been sent is marked as all there is. */
    private static Replay.Sent sendUntilSignal(
            Replay replay, CsvReadings rows, Asset asset, String source, String run) {
        CountDownLatch marked = new CountDownLatch(1);
        Thread onSignal = Thread.ofPlatform().name("cancel-replay").unstarted(() -> {
            replay.cancel();
            try {
                marked.await(MARK_PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return replay.send(rows, asset, source, run);
        } finally {
            marked.countDown();
        }
    }

    private RunWatch.Finished await(RunWatch watch) throws Exception {
        while (true) {
            try {
                return watch.finished().get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                stillAlive.run();
            }
        }
    }

    private boolean isBehind(StreamPosition position) {
        return store.alarms().positions().stream()
                .anyMatch(reached -> reached.topic().equals(position.topic())
                        && reached.partition() == position.partition()
                        && reached.nextOffset() >= position.nextOffset());
    }

    private void awaitHistory() throws InterruptedException {
        Topics topics = Topics.STANDARD;
        try (TopicLag readings = new TopicLag(bootstrapServers, Instance.READINGS_GROUP, topics.readings());
                TopicLag scores = new TopicLag(bootstrapServers, Instance.SCORES_GROUP, topics.scores())) {
            long atOnce = readings.end();
            await(() -> readings.reached(atOnce));
            long scored = scores.end();
            await(() -> scores.reached(scored));
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            stillAlive.run();
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private List<Alarm> alarms(Asset asset, TimeSpan span) {
        return store.alarms().opened(span, MOST_ALARMS).stream()
                .filter(alarm -> alarm.asset().equals(asset.id()))
                .sorted(Comparator.comparing(Alarm::openedAt))
                .toList();
    }
}
