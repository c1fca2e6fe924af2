package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.DocumentText;
import dev.watchkeeper.engine.knowledge.KnowledgeFolders;
import dev.watchkeeper.engine.knowledge.KnowledgeReader;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus.State;
import dev.watchkeeper.engine.knowledge.Place;
import dev.watchkeeper.engine.knowledge.document.DocumentSource;
import dev.watchkeeper.engine.knowledge.document.Documents;
import dev.watchkeeper.engine.knowledge.embed.Embedder;
import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import dev.watchkeeper.engine.knowledge.index.Embedding;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index at what lies in the folders. One pass after the other runs in a thread of its own: what has gone is forgotten,
 * what has changed is read, and after every few documents what is done is committed, so that a pass that is broken off, by the
 * operator or by the end of the process, is gone on with and not begun again. Thread-safe.
 */
public final class Library implements KnowledgeFolders, KnowledgeReader, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    /** After so many new passages what was read is committed. */
    private static final int COMMIT_PASSAGES = 150;

    private static final Duration POLL = Duration.ofMinutes(10);
    private static final Duration POLL_ALONE = Duration.ofSeconds(30);

    private final PassageIndex index;
    private final SettingsBook settings;
    private final List<DocumentSource> shipped;
    private final Executor worker;
    private final Reading reading;
    private final FolderWatch watch;
    private final List<Consumer<KnowledgeStatus>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile boolean closed;
    private volatile FolderSettings followed = new FolderSettings(List.of());
    /** As of the last commit. */
    private volatile List<DocumentEntry> entries = List.of();

    private volatile KnowledgeStatus status = KnowledgeStatus.WAITING;

    /**
     * Does nothing until {@link #refresh}.
     *
     * @param shipped documents that are indexed beside those of the folders
     * @param worker runs one pass after the other
     */
    public Library(
            PassageIndex index,
            Embedder embedder,
            SettingsBook settings,
            List<DocumentSource> shipped,
            Documents documents,
            Executor worker) {
        this(index, embedder, settings, shipped, documents, worker, new FolderWatch(POLL, POLL_ALONE));
    }

    /** @param watch closed with this library */
    Library(
            PassageIndex index,
            Embedder embedder,
            SettingsBook settings,
            List<DocumentSource> shipped,
            Documents documents,
            Executor worker,
            FolderWatch watch) {
        this.index = index;
        this.settings = settings;
        this.shipped = List.copyOf(shipped);
        this.worker = worker;
        reading = new Reading(index, documents, new Embedding(embedder));
        this.watch = watch;
    }

    @Override
    public KnowledgeStatus status() {
        return status;
    }

    @Override
    public synchronized void add(Path folder) {
        settings.set(FolderSettings.SETTING, added(settings.get(FolderSettings.SETTING), folder));
        refresh();
    }

    @Override
    public synchronized void remove(Path folder) {
        settings.set(FolderSettings.SETTING, removed(settings.get(FolderSettings.SETTING), folder));
        refresh();
    }

    /**
     * The folders with one more.
     *
     * @throws IllegalArgumentException as {@link #add}
     */
    public static FolderSettings added(FolderSettings before, Path folder) {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw new IllegalArgumentException("There is no folder " + folder + ". Choose another.", e);
        }
        if (!Files.isDirectory(real) || !Files.isReadable(real)) {
            throw new IllegalArgumentException(folder + " is not a folder that can be read. Choose another.");
        }
        for (Path one : before.paths()) {
            if (real.startsWith(one)) {
                throw new IllegalArgumentException(
                        "The documents in " + folder + " are watched already, with " + one + ".");
            }
            if (one.startsWith(real)) {
                throw new IllegalArgumentException(
                        one + " is watched and lies in " + folder + ". Remove it first, then add " + folder + ".");
            }
        }
        return before.with(real);
    }

    /** The folders without one, given as it was or as it is kept. */
    public static FolderSettings removed(FolderSettings before, Path folder) {
        Path real = folder;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            LOG.debug("Folder {} is removed that is no longer there", folder, e);
        }
        return before.without(real).without(folder.toAbsolutePath().normalize());
    }

    @Override
    public void refresh() {
        cancelled = false;
        look();
    }

    /** Looks again where the folders were set by another process. */
    public void followSettings() {
        if (!settings.get(FolderSettings.SETTING).equals(followed) && status.state() != State.WAITING) {
            look();
        }
    }

    /** Looks whenever something changes in the folders, until closed; blocks its thread. */
    public void watch() throws InterruptedException {
        while (watch.await() && !closed) {
            if (!cancelled && status.state() != State.WAITING) {
                look();
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public AutoCloseable onChange(Consumer<KnowledgeStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<DocumentText> read(Place place) {
        return Entries.opened(place, index.read(view -> view.of(place.document())));
    }

    private void look() {
        if (!closed && queued.compareAndSet(false, true)) {
            try {
                worker.execute(() -> {
                    queued.set(false);
                    pass();
                });
            } catch (RejectedExecutionException e) {
                queued.set(false);
                LOG.debug("The documents are no longer looked at", e);
            }
        }
    }

    private void pass() {
        try {
            update();
        } catch (RuntimeException e) {
            if (closed) {
                LOG.debug("Indexing ended with its index", e);
                return;
            }
            LOG.error("The documents could not be indexed; it is tried again at the next change", e);
            show(
                    new Progress(State.FAILED, status.folders(), 0, 0, ""),
                    "The documents cannot be indexed: " + e.getMessage()
                            + ". What was indexed before is found; look into the log.");
        }
    }

    private void update() {
        FolderSettings set = settings.get(FolderSettings.SETTING);
        followed = set;
        entries = index.documents();
        show(new Progress(State.LOOKING, status.folders(), 0, 0, ""), "Looking for what has changed.");
        Inventory inventory = Inventory.take(shipped, set.paths(), this::isStopped);
        if (isStopped()) {
            stopped(inventory);
            return;
        }
        watch.follow(inventory.directories());
        Map<String, DocumentEntry> known = new LinkedHashMap<>();
        entries.forEach(entry -> known.put(entry.uri(), entry));
        inventory.gone(known.values()).forEach(index::remove);
        List<Inventory.Item> changed = new ArrayList<>();
        inventory.documents().forEach((uri, item) -> {
            DocumentEntry entry = known.get(uri);
            if (entry == null || !entry.stamp().equals(item.stamp())) {
                changed.add(item);
            }
        });
        int uncommitted = 0;
        for (int i = 0; i < changed.size() && !isStopped(); i++) {
            Inventory.Item item = changed.get(i);
            show(
                    new Progress(
                            State.INDEXING,
                            inventory.folders(),
                            i,
                            changed.size(),
                            item.source().name()),
                    "Reading " + item.source().name() + ", " + (i + 1) + " of " + changed.size() + ".");
            DocumentEntry entry = reading.read(
                    item.source(), item.stamp(), known.get(item.source().uri()), this::isStopped);
            uncommitted += entry == null ? 0 : 1 + entry.passages();
            if (uncommitted > COMMIT_PASSAGES) {
                commit();
                uncommitted = 0;
            }
        }
        commit();
        if (closed) {
            return;
        }
        if (isStopped()) {
            stopped(inventory);
        } else {
            show(new Progress(State.UP_TO_DATE, inventory.folders(), 0, 0, ""), sentence(inventory));
        }
    }

    private void commit() {
        index.commit();
        entries = index.documents();
    }

    private boolean isStopped() {
        return cancelled || closed;
    }

    private void stopped(Inventory inventory) {
        show(
                new Progress(State.STOPPED, inventory.folders(), 0, 0, ""),
                "Indexing was stopped. What was read is found; refresh to go on.");
    }

    private static String sentence(Inventory inventory) {
        List<Path> away = inventory.folders().stream()
                .filter(folder -> !folder.reachable())
                .map(KnowledgeStatus.Folder::path)
                .toList();
        if (!away.isEmpty()) {
            return away.get(0)
                    + " cannot be reached; its documents are found as they were. Connect it, or remove it here.";
        }
        if (!inventory.unreadable().isEmpty()) {
            return inventory.unreadable().iterator().next() + " may not be looked into; allow it or move it out.";
        }
        return "All documents are indexed.";
    }

    /** How far a pass is. */
    private record Progress(State state, List<KnowledgeStatus.Folder> folders, int done, int toDo, String reading) {}

    private void show(Progress progress, String sentence) {
        List<DocumentEntry> committed = entries;
        status = new KnowledgeStatus(
                progress.state(),
                progress.folders(),
                Entries.documents(committed),
                Entries.passages(committed),
                progress.done(),
                progress.toDo(),
                progress.reading(),
                Entries.problems(committed),
                sentence);
        listeners.forEach(listener -> listener.accept(status));
    }

    /** Ends the watching and the pass that runs; the worker and the index belong to who made them. */
    @Override
    public void close() throws IOException {
        closed = true;
        watch.close();
    }
}
