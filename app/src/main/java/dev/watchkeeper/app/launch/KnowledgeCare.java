package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.knowledge.Finding;
import dev.watchkeeper.engine.knowledge.Knowledge;
import dev.watchkeeper.engine.knowledge.KnowledgeFolders;
import dev.watchkeeper.engine.knowledge.KnowledgeReader;
import dev.watchkeeper.engine.knowledge.document.Documents;
import dev.watchkeeper.engine.knowledge.embed.MiniLm;
import dev.watchkeeper.engine.knowledge.find.Finder;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.knowledge.library.Library;
import dev.watchkeeper.engine.knowledge.library.SeenLibrary;
import dev.watchkeeper.engine.knowledge.library.ShippedDocuments;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of an instance with their threads: one that reads, one that watches folders, one that keeps time. Nothing of it
 * is on the way of the start: the first look waits until the stream has had the processor for a while, and the sentence model is
 * loaded by the first document or question, and let go when nobody has asked for some minutes.
 */
final class KnowledgeCare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeCare.class);
    private static final long FIRST_LOOK_SECONDS = 25;
    private static final long FOLLOW_SECONDS = 3;
    private static final long MODEL_IDLE_SECONDS = 300;
    private static final long CLOSE_PATIENCE_SECONDS = 10;
    private static final int MODEL_THREADS = 1;

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final MiniLm model;
    private final Library library;
    private final Finder finder;
    /** {@link MiniLm#uses} a while ago; in the thread that keeps time. */
    private long usesBefore;

    /**
     * Opens the index; reading begins later.
     *
     * @param directory for the index and the machine code of the model
     */
    KnowledgeCare(Path directory, SettingsBook settings) {
        model = model(directory);
        closing.push(model);
        PassageIndex index = PassageIndex.open(indexOf(directory));
        closing.push(index);
        ExecutorService reading = Executors.newSingleThreadExecutor(threads("knowledge"));
        closing.push(() -> end(reading));
        library = new Library(index, model, settings, ShippedDocuments.all(), new Documents(), reading);
        finder = new Finder(index, model);
        ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(threads("knowledge-clock"));
        closing.push(() -> end(ticking));
        Thread watching = threads("knowledge-watch").newThread(this::watch);
        watching.start();
        closing.push(() -> watching.join(TimeUnit.SECONDS.toMillis(CLOSE_PATIENCE_SECONDS)));
        closing.push(library);
        var _ = ticking.schedule(library::refresh, FIRST_LOOK_SECONDS, TimeUnit.SECONDS);
        var _ = ticking.scheduleWithFixedDelay(this::follow, FOLLOW_SECONDS, FOLLOW_SECONDS, TimeUnit.SECONDS);
        var _ = ticking.scheduleWithFixedDelay(
                this::letModelGo, MODEL_IDLE_SECONDS, MODEL_IDLE_SECONDS, TimeUnit.SECONDS);
    }

    static Path indexOf(Path directory) {
        return directory.resolve("index");
    }

    static MiniLm model(Path directory) {
        return new MiniLm(directory.resolve("native"), MODEL_THREADS);
    }

    /** What a command finds that looks at a data directory which another process may have; the caller closes the model. */
    static Knowledge lookInto(Path directory, MiniLm model) {
        return new Finder(
                new Finder.Source() {
                    @Override
                    public <T> T read(PassageIndex.Reading<T> reading, T without) {
                        return PassageIndex.look(indexOf(directory), reading, without);
                    }
                },
                model);
    }

    /** The documents behind {@link #lookInto}. */
    static SeenLibrary seenIn(Path directory, SettingsBook settings) {
        return new SeenLibrary(indexOf(directory), settings);
    }

    /** Loads the sentence model, so that the next question need not wait for it. */
    void warmUp() {
        model.load();
    }

    /** Where questions go. */
    Knowledge knowledge() {
        return this::find;
    }

    KnowledgeFolders folders() {
        return library;
    }

    KnowledgeReader reader() {
        return library;
    }

    private Finding find(String question, int most) {
        return finder.find(question, most);
    }

    private void watch() {
        try {
            library.watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            library.followSettings();
        } catch (RuntimeException e) {
            LOG.error("Which folders are watched could not be read; it is tried again", e);
        }
    }

    private void letModelGo() {
        long uses = model.uses();
        if (uses == usesBefore) {
            model.close();
        }
        usesBefore = uses;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the documents did not close cleanly", e);
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
