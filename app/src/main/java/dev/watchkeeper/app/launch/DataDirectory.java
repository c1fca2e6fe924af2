package dev.watchkeeper.app.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The one directory in which an instance keeps everything, and the lock that lets only one instance use it. */
final class DataDirectory implements AutoCloseable {
    private static final String INSTANCE = "instance.properties";
    private static final String BOOTSTRAP = "bootstrap.servers";

    private final Path path;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private DataDirectory(Path path, FileChannel channel, @Nullable FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Where a user's data lies when nobody says otherwise. */
    static Path ofUser(Map<String, String> environment, Properties system) {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(system.getProperty("user.home"));
        if (os.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Watchkeeper");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Watchkeeper");
        }
        String data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("watchkeeper");
    }

    /**
     * Takes the directory for this process.
     *
     * @throws UserError when another instance has it, or it cannot be used
     */
    static DataDirectory take(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new UserError("Watchkeeper already runs on " + path
                        + ". Use that window, or start a second one on a directory of its own with --data DIR.");
            }
            return new DataDirectory(path, channel, lock);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UserError("The data directory " + path + " cannot be used (" + e.getMessage()
                    + "). Choose another with --data DIR.");
        }
    }

    /** Where the broker of the instance answers that has this directory now; empty when none has. */
    static Optional<String> runningBroker(Path path) {
        Path file = path.resolve("lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                lock.release();
                return Optional.empty();
            }
            Properties instance = new Properties();
            Path description = path.resolve(INSTANCE);
            if (Files.exists(description)) {
                try (var reader = Files.newBufferedReader(description)) {
                    instance.load(reader);
                }
            }
            String bootstrap = instance.getProperty(BOOTSTRAP);
            if (bootstrap == null) {
                throw new UserError(
                        "Watchkeeper is just starting on " + path + ". Try again when it says that it watches.");
            }
            return Optional.of(bootstrap);
        } catch (IOException e) {
            throw new UserError("The data directory " + path + " cannot be read (" + e.getMessage() + ").");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Tells other commands where this instance's broker answers. */
    void announce(String bootstrapServers) {
        Properties instance = new Properties();
        instance.setProperty(BOOTSTRAP, bootstrapServers);
        instance.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        try (var writer = Files.newBufferedWriter(path.resolve(INSTANCE))) {
            instance.store(writer, "The Watchkeeper that runs on this directory");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path.resolve(INSTANCE), e);
        }
    }

    /** Forgets what a killed instance may have announced. */
    void unannounce() {
        try {
            Files.deleteIfExists(path.resolve(INSTANCE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path.resolve(INSTANCE), e);
        }
    }

    /** For the relational database. */
    Path store() {
        return storeOf(path);
    }

    /** Where the relational database of a data directory lies. */
    static Path storeOf(Path path) {
        return path.resolve("store");
    }

    /** For readings and scores. */
    Path history() {
        return path.resolve("history");
    }

    /** For model versions. */
    Path models() {
        return modelsOf(path);
    }

    /** Where the model versions of a data directory lie. */
    static Path modelsOf(Path path) {
        return path.resolve("models");
    }

    /** For the index of the documents. */
    Path knowledge() {
        return knowledgeOf(path);
    }

    /** Where the index of the documents of a data directory lies. */
    static Path knowledgeOf(Path path) {
        return path.resolve("knowledge");
    }

    /** For secrets where there is no keychain. */
    Path secrets() {
        return path.resolve("secrets");
    }

    /** For Kafka and Flink. */
    Path stream() {
        return path.resolve("stream");
    }

    /** For log files. */
    static Path logs(Path path) {
        return path.resolve("logs");
    }

    @Override
    public void close() {
        unannounce();
        try {
            if (lock != null) {
                lock.release();
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + path, e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
