package dev.watchkeeper.engine.knowledge.library;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when something in directories has changed: at once where the file system tells it, and in any case from time to time,
 * because network drives tell nothing and a system watches only so many directories. Thread-safe.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final int MOST_DIRECTORIES = 4_000;

    /** How long nothing may happen until a change is told: files are written in several steps. */
    private static final Duration SETTLE = Duration.ofMillis(700);

    private final Duration poll;
    private final Duration pollAlone;
    private final @Nullable WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean complete = true;

    /**
     * Makes a watch of the system.
     *
     * @param poll how often to tell in any case
     * @param pollAlone how often where the system does not tell of all directories
     */
    FolderWatch(Duration poll, Duration pollAlone) {
        this(poll, pollAlone, service());
    }

    /** @param service null where the system tells nothing; closed with this watch */
    FolderWatch(Duration poll, Duration pollAlone, @Nullable WatchService service) {
        this.poll = poll;
        this.pollAlone = pollAlone;
        this.service = service;
    }

    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info(
                    "The system does not watch directories ({}); folders are looked through from time to time",
                    e.getMessage());
            return null;
        }
    }

    /** Watches these directories and no others. */
    synchronized void follow(Set<Path> directories) {
        WatchService watching = service;
        if (watching == null) {
            complete = directories.isEmpty();
            return;
        }
        keys.entrySet().removeIf(entry -> {
            boolean gone =
                    !directories.contains(entry.getKey()) || !entry.getValue().isValid();
            if (gone) {
                entry.getValue().cancel();
            }
            return gone;
        });
        boolean all = directories.size() <= MOST_DIRECTORIES;
        for (Path directory : directories) {
            if (keys.size() >= MOST_DIRECTORIES) {
                break;
            }
            try {
                if (!keys.containsKey(directory)) {
                    keys.put(
                            directory,
                            directory.register(
                                    watching,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_DELETE,
                                    StandardWatchEventKinds.ENTRY_MODIFY));
                }
            } catch (IOException | ClosedWatchServiceException e) {
                all = false;
            }
        }
        complete = all;
    }

    /** Waits until something has changed or it is time to look in any case; false once this watch is closed. */
    boolean await() throws InterruptedException {
        WatchService watching = service;
        Duration patience = complete ? poll : pollAlone;
        if (watching == null) {
            return !closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        try {
            WatchKey key = watching.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = watching.poll(SETTLE.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        if (service != null) {
            service.close();
        }
    }
}
