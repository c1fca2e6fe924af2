package dev.watchkeeper.engine.history;

import io.questdb.griffin.SqlException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A data directory that this process alone has open, with whatever was damaged moved out of the way. */
final class OpenedHistory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedHistory.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final FileChannel lock;
    private final HistoryEngine engine;
    private final List<Path> movedAside;

    private OpenedHistory(FileChannel lock, HistoryEngine engine, List<Path> movedAside) {
        this.lock = lock;
        this.engine = engine;
        this.movedAside = List.copyOf(movedAside);
    }

    static OpenedHistory open(Path directory, InstantSource clock) {
        FileChannel lock = lock(directory);
        List<Path> movedAside = new ArrayList<>();
        try {
            Path root = directory.resolve("db");
            Path aside = directory.resolve("damaged").resolve(STAMP.format(clock.instant()));
            HistoryEngine engine = openOrNull(root);
            if (engine != null) {
                List<Path> damaged = damaged(engine);
                if (damaged.isEmpty()) {
                    return new OpenedHistory(lock, engine, movedAside);
                }
                engine.close();
                for (Path table : damaged) {
                    movedAside.add(move(table, aside));
                }
                engine = openOrNull(root);
            }
            if (engine == null) {
                movedAside.add(move(root, aside));
                engine = HistoryEngine.open(root);
            }
            return new OpenedHistory(lock, engine, movedAside);
        } catch (IOException | SqlException | RuntimeException | Error e) {
            release(lock);
            throw new HistoryException(
                    "cannot open the history in " + directory + ": " + e.getMessage()
                            + ". Is the disk full, or the directory not writable?",
                    e);
        }
    }

    private static List<Path> damaged(HistoryEngine engine) {
        try {
            return engine.damaged();
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    private static @Nullable HistoryEngine openOrNull(Path root) {
        try {
            return HistoryEngine.open(root);
        } catch (IOException | SqlException | RuntimeException | InternalError e) {
            LOG.warn("the history in {} cannot be opened", root, e);
            return null;
        }
    }

    private static Path move(Path damaged, Path aside) throws IOException {
        Files.createDirectories(aside);
        Path target = aside.resolve(damaged.getFileName());
        Files.move(damaged, target);
        LOG.warn("moved damaged history aside to {}; an empty one takes its place", target);
        return target;
    }

    private static FileChannel lock(Path directory) {
        Path file = directory.resolve("history.lock");
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new HistoryException("the history in " + directory + " is open in another program");
            }
            return channel;
        } catch (IOException e) {
            throw new HistoryException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("the lock of history is gone with its channel", e);
        }
    }

    HistoryEngine engine() {
        return engine;
    }

    List<Path> movedAside() {
        return movedAside;
    }

    @Override
    public void close() {
        if (lock.isOpen()) {
            engine.close();
            release(lock);
        }
    }
}
