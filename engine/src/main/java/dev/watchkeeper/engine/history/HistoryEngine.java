package dev.watchkeeper.engine.history;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.ColumnType;
import io.questdb.cairo.ErrorTag;
import io.questdb.cairo.TableReader;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.TableUtils;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.wal.seq.SeqTxnTracker;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open QuestDB with the tables of history in it. */
final class HistoryEngine implements AutoCloseable {
    static final String READINGS = "readings";
    static final String SCORES = "scores";
    static final String DRIFT = "drift";

    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);
    private static final Set<ErrorTag> SCARCITY = EnumSet.of(
            ErrorTag.DISK_FULL, ErrorTag.OUT_OF_MEMORY, ErrorTag.OUT_OF_MMAP_AREAS, ErrorTag.TOO_MANY_OPEN_FILES);
    private static final Logger LOG = LoggerFactory.getLogger(HistoryEngine.class);

    private final Path root;
    private final CairoEngine engine;
    private final SqlExecutionContext context;
    private final WalApplier applier;

    private HistoryEngine(Path root, CairoEngine engine, SqlExecutionContext context) {
        this.root = root;
        this.engine = engine;
        this.context = context;
        applier = new WalApplier(engine);
    }

    /** Opens what is in a directory, making what is not there yet. Fails with whatever QuestDB throws. */
    static HistoryEngine open(Path root) throws IOException, SqlException {
        QuestDbLog.install();
        Files.createDirectories(root);
        CairoEngine engine = new LeanEngine(new LeanConfiguration(root));
        try {
            SqlExecutionContext context = new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE);
            SensorTable.create(engine, context, READINGS, "value DOUBLE, quality BYTE");
            SensorTable.create(
                    engine,
                    context,
                    SCORES,
                    "score DOUBLE, false_alarms_per_day DOUBLE, expected_low DOUBLE, expected_high DOUBLE");
            SensorTable.create(engine, context, DRIFT, DriftRow.COLUMNS);
            return new HistoryEngine(root, engine, context);
        } catch (SqlException | RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    CairoEngine engine() {
        return engine;
    }

    WalApplier applier() {
        return applier;
    }

    List<String> tables() {
        return Stream.of(READINGS, SCORES, DRIFT)
                .flatMap(name -> Stream.of(SensorTable.names(name)))
                .toList();
    }

    /** Waits until everything that is committed now can be read from a table, which after a long outage may take long. */
    void await(String table) {
        applier.wake();
        applier.await(engine.verifyTableName(table), 0, AS_LONG_AS_IT_TAKES);
    }

    /** Runs a statement that changes a table and waits until it has. */
    void execute(String table, String sql) {
        try {
            engine.execute(sql, context);
        } catch (SqlException e) {
            throw new HistoryException("cannot run " + sql, e);
        }
        await(table);
    }

    /**
     * The directories of the tables that do not take in what is in their logs, or whose files are not whole.
     *
     * @throws HistoryException when that is for want of disk, memory or files rather than for damage
     */
    List<Path> damaged() {
        List<Path> damaged = new ArrayList<>();
        for (String name : tables()) {
            TableToken table = engine.verifyTableName(name);
            try {
                await(name);
                check(table);
            } catch (RuntimeException | Error e) {
                if (e instanceof OutOfMemoryError) {
                    throw e;
                }
                SeqTxnTracker tracker = engine.getTableSequencerAPI().getTxnTracker(table);
                if (tracker.isSuspended() && SCARCITY.contains(tracker.getErrorTag())) {
                    throw new HistoryException("table " + name + " is whole, but " + tracker.getErrorMessage(), e);
                }
                LOG.warn("table {} is damaged", name, e);
                damaged.add(root.resolve(table.getDirName()));
            }
        }
        return damaged;
    }

    private void check(TableToken table) {
        try (TableReader reader = engine.getReader(table)) {
            for (int partition = 0; partition < reader.getPartitionCount(); partition++) {
                long rows = reader.openPartition(partition);
                Path directory = directory(reader, partition);
                for (int column = 0; column < reader.getColumnCount(); column++) {
                    long needed = rows * ColumnType.sizeOf(reader.getMetadata().getColumnType(column));
                    Path file = directory.resolve(reader.getMetadata().getColumnName(column) + ".d");
                    long present = Files.size(file);
                    if (present < needed) {
                        throw new HistoryException(file + " has " + present + " bytes where " + needed + " are needed");
                    }
                }
                reader.closePartitionByIndex(partition);
            }
        } catch (IOException e) {
            throw new HistoryException("a file of table " + table.getTableName() + " is missing", e);
        }
    }

    /** Where a partition keeps its columns. */
    Path directory(TableReader reader, int partition) {
        try (io.questdb.std.str.Path path = new io.questdb.std.str.Path()) {
            path.of(root.resolve(reader.getTableToken().getDirName()).toString());
            TableUtils.setPathForNativePartition(
                    path,
                    reader.getMetadata().getTimestampType(),
                    reader.getPartitionedBy(),
                    reader.getPartitionTimestampByIndex(partition),
                    reader.getTxFile().getPartitionNameTxn(partition));
            return Path.of(path.toString());
        }
    }

    @Override
    public void close() {
        applier.close();
        engine.close();
    }
}
