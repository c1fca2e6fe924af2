package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.history.QuestDbHistory;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.stream.feed.DriftFeed;
import dev.watchkeeper.stream.feed.ReadingFeed;
import dev.watchkeeper.stream.topic.TopicTail;
import dev.watchkeeper.stream.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The past of a data directory, to read: its history where nothing runs on it, else what lies on the topics of what runs, copied
 * to a temporary place.
 */
final class PastOf implements AutoCloseable {
    /** What detectors are brought into their state with before the span. */
    private static final Duration BEFORE = Duration.ofHours(25);

    private static final long LOOK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final QuestDbHistory history;

    private PastOf(AutoCloseable place, Path directory, InstantSource clock) {
        closing.push(place);
        history = QuestDbHistory.open(directory, clock);
        closing.push(history);
    }

    /** @throws UserError when the directory is just being taken by another process, or what runs does not answer in time */
    static PastOf open(Path data, TimeSpan span, KnownAssets assets, InstantSource clock) throws Exception {
        Optional<String> broker = DataDirectory.runningBroker(data);
        if (broker.isEmpty()) {
            DataDirectory directory = DataDirectory.take(data);
            return new PastOf(directory, directory.history(), clock);
        }
        Path temporary = Files.createTempDirectory("watchkeeper-rehearse");
        PastOf past = new PastOf(() -> Directories.delete(temporary), temporary, clock);
        boolean copied = false;
        try {
            past.copy(broker.get(), span.start().minus(BEFORE), assets, clock);
            copied = true;
        } finally {
            if (!copied) {
                past.close();
            }
        }
        return past;
    }

    private void copy(String broker, Instant since, KnownAssets assets, InstantSource clock)
            throws InterruptedException {
        ReadingFeed readings = new ReadingFeed(assets, new LiveReadings(), history, clock);
        DriftFeed drift = new DriftFeed(history.drift()::addDrift);
        List<TopicTail> tails = List.of(
                TopicTail.since(since, broker, Topics.STANDARD.readings(), readings),
                TopicTail.since(since, broker, Topics.STANDARD.drift(), drift));
        try {
            Instant patienceOver = clock.instant().plus(PATIENCE);
            while (!tails.stream().allMatch(TopicTail::caughtUp)) {
                if (clock.instant().isAfter(patienceOver)) {
                    throw new UserError("The readings of the Watchkeeper that runs there could not be read within "
                            + PATIENCE.toMinutes() + " min. Try again with a shorter --last.");
                }
                System.err.printf("\rreading the topics: %d readings", readings.count());
                Thread.sleep(LOOK_MILLIS);
            }
            System.err.println();
        } finally {
            tails.forEach(TopicTail::close);
        }
    }

    QuestDbHistory history() {
        return history;
    }

    @Override
    public void close() throws Exception {
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}
