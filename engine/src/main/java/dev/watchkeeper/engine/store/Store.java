package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.watchkeeper.engine.alarm.AlarmBook;
import dev.watchkeeper.engine.alarm.rule.RuleBook;
import dev.watchkeeper.engine.assistant.memory.ConversationBook;
import dev.watchkeeper.engine.assistant.plant.ActBook;
import dev.watchkeeper.engine.intake.RejectBook;
import dev.watchkeeper.engine.label.LabelBook;
import dev.watchkeeper.engine.live.AssetBook;
import dev.watchkeeper.engine.live.DeviceBook;
import dev.watchkeeper.engine.model.desk.ModelBook;
import dev.watchkeeper.engine.model.desk.TrainingBook;
import dev.watchkeeper.engine.model.tracking.MirrorBook;
import dev.watchkeeper.engine.model.tracking.RunBook;
import dev.watchkeeper.engine.notify.ack.AckCodeBook;
import dev.watchkeeper.engine.notify.outbox.Outbox;
import dev.watchkeeper.engine.notify.watch.WatchBook;
import dev.watchkeeper.engine.settings.SettingsBook;
import dev.watchkeeper.engine.wire.PositionBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/**
 * Everything relational, in one H2 database in a data directory. Thread-safe.
 *
 * <p>Several processes may open the same directory: the first serves the others on a port of the loopback interface that
 * only readers of its lock file can use. What a process has committed survives its being killed (not a power cut within
 * the moments before the operating system writes it out), and the directory opens again without hand work. Interrupting a
 * thread that uses the store does no harm to it.
 */
public final class Store implements AutoCloseable {
    private static final String NAME = "watchkeeper";
    private static final int MOST_CONNECTIONS = 16;

    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    private final MirrorBook mirror;

    private Store(JdbcConnectionPool pool) {
        this.pool = pool;
        jdbi = Jdbi.create(pool).registerArgument(new InstantColumns());
        mirror = new H2MirrorBook(jdbi, json);
    }

    /**
     * Opens the database of a directory, making both where they are not there yet, and brings its tables up to date.
     *
     * @throws StoreException when that is not possible
     */
    public static Store open(Path directory) {
        // H2 reads this once, when its classes are loaded.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Path database = directory.toAbsolutePath().normalize().resolve(NAME);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException("cannot make the data directory " + directory + ": " + e.getMessage(), e);
        }
        AbandonedLock.clear(database.resolveSibling(NAME + ".lock.db"));
        // async: a thread that is interrupted while it writes would close the usual file channel, and with it the
        // database.
        // WRITE_DELAY: by default a commit is written up to half a second after it returned.
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:async:" + database + ";AUTO_SERVER=TRUE;WRITE_DELAY=0", "sa", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        try {
            migrate(pool);
            return new Store(pool);
        } catch (RuntimeException e) {
            pool.dispose();
            throw new StoreException(
                    "cannot open the database " + database + ".mv.db: " + e.getMessage()
                            + ". If it is damaged, put a backup in its place or move it aside to start with an empty one.",
                    e);
        }
    }

    private static void migrate(JdbcConnectionPool pool) {
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(pool)
                .loggers(QuietFlyway.class.getName())
                .locations("classpath:" + Store.class.getPackageName().replace('.', '/') + "/migration")
                .javaMigrations(new SealJournal())
                .load()
                .migrate();
    }

    public AlarmBook alarms() {
        return new H2AlarmBook(jdbi, json);
    }

    public RuleBook rules() {
        return new H2RuleBook(jdbi);
    }

    public LabelBook labels() {
        return new H2LabelBook(jdbi, json);
    }

    public AssetBook assets() {
        return new H2AssetBook(jdbi);
    }

    public SettingsBook settings() {
        return new H2SettingsBook(jdbi, json);
    }

    public RejectBook rejects() {
        return new H2RejectBook(jdbi, RejectBook.KEPT);
    }

    public ModelBook models() {
        return new H2ModelBook(jdbi, json);
    }

    public TrainingBook trainings() {
        return new H2TrainingBook(jdbi);
    }

    public PositionBook positions() {
        return new H2PositionBook(jdbi);
    }

    public Outbox outbox() {
        return new H2Outbox(jdbi, json);
    }

    public WatchBook watch() {
        return new H2WatchBook(jdbi, json);
    }

    public AckCodeBook ackCodes() {
        return new H2AckCodeBook(jdbi);
    }

    public RunBook runs() {
        return new H2RunBook(jdbi, json);
    }

    public MirrorBook mirror() {
        return mirror;
    }

    public ConversationBook conversations() {
        return new H2ConversationBook(jdbi);
    }

    public DeviceBook devices() {
        return new H2DeviceBook(jdbi);
    }

    public ActBook acts() {
        return new H2ActBook(jdbi);
    }

    /** For tests of this package. */
    Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
