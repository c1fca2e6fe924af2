package dev.watchkeeper.engine.history;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.TableReader;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.sql.StaticSymbolTable;
import io.questdb.cairo.sql.SymbolTable;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rows of many sensors over time, in a few tables among which the sensors are spread, so that reading one sensor passes
 * over the rows of few others. A row is named by sensor and time; the last one written wins. Thread-safe.
 *
 * <p>While no one reads, only the newest week of each table stays mapped into memory: what lies further back would count
 * as resident long after it was looked at. Weeks, because days make readings of ten years at one an hour slow to write and
 * to read, and months are much to rewrite when readings come late.
 *
 * <p>Each table has the columns time (event time in microseconds), sensor, and then those of its kind.
 */
final class SensorTable<T> {
    static final int TIME = 0;
    static final int SENSOR = 1;
    /** The first column of the table's own. */
    static final int FIRST = 2;

    private static final int SHARDS = 8;
    private static final long MICROS_PER_MILLI = 1_000;
    /** A writer waits while the tables are more transactions behind than this. */
    private static final int MOST_BEHIND = 256;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Writes the columns from {@link #FIRST} on. */
    interface RowFiller<T> {
        void fill(TableWriter.Row row, T item);
    }

    /** Gets the rows of one partition, in the order of time. */
    interface RowReader {
        void read(long row, long timeMillis);
    }

    /** Makes the reader of each partition's rows, given its columns. */
    interface PartitionReader {
        RowReader open(RowColumns columns);
    }

    private final CairoEngine engine;
    private final WalApplier applier;
    private final String[] names;
    private final RowFiller<T> filler;

    /** @param name of the tables, up to a number that follows */
    SensorTable(CairoEngine engine, WalApplier applier, String name, RowFiller<T> filler) {
        this.engine = engine;
        this.applier = applier;
        this.filler = filler;
        names = names(name);
    }

    static String[] names(String name) {
        String[] names = new String[SHARDS];
        for (int shard = 0; shard < SHARDS; shard++) {
            names[shard] = name + "_" + shard;
        }
        return names;
    }

    /** Makes the tables that are not there yet. */
    static void create(CairoEngine engine, SqlExecutionContext context, String name, String columns)
            throws SqlException {
        for (String table : names(name)) {
            engine.execute(
                    "CREATE TABLE IF NOT EXISTS " + table + " (time TIMESTAMP, sensor SYMBOL CAPACITY 256, " + columns
                            + ") TIMESTAMP(time) PARTITION BY WEEK WAL DEDUP UPSERT KEYS(time, sensor)",
                    context);
        }
    }

    /**
     * Adds rows; when it returns, they survive the end of the process.
     *
     * @param sensor of what a row is; what it is written as is its name in the table
     */
    void add(List<T> items, Function<T, ?> sensor, ToLongFunction<T> timeMillis) {
        Map<Object, String> keys = new HashMap<>();
        List<List<T>> shards = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new ArrayList<>());
        }
        for (T item : items) {
            String key = keys.computeIfAbsent(sensor.apply(item), Object::toString);
            shards.get(shard(key)).add(item);
        }
        for (int shard = 0; shard < SHARDS; shard++) {
            List<T> rows = shards.get(shard);
            if (!rows.isEmpty()) {
                TableToken table = engine.verifyTableName(names[shard]);
                applier.await(table, MOST_BEHIND, PATIENCE);
                try (WalWriter writer = engine.getWalWriter(table)) {
                    for (T item : rows) {
                        TableWriter.Row row = writer.newRow(timeMillis.applyAsLong(item) * MICROS_PER_MILLI);
                        row.putSym(SENSOR, keys.get(sensor.apply(item)));
                        filler.fill(row, item);
                        row.append();
                    }
                    writer.commit();
                }
            }
        }
        applier.wake();
    }

    /** Hands out every row of a sensor from a moment to before another, in the order of time, with all that was added. */
    void scan(Object sensor, long fromMillis, long toMillis, PartitionReader partitions) {
        if (fromMillis >= toMillis) {
            return;
        }
        String key = sensor.toString();
        TableToken table = engine.verifyTableName(names[shard(key)]);
        applier.await(table, 0, PATIENCE);
        try (TableReader reader = engine.getReader(table)) {
            StaticSymbolTable sensors = reader.getSymbolTable(SENSOR);
            int wanted = sensors.keyOf(key);
            if (wanted == SymbolTable.VALUE_NOT_FOUND || reader.size() == 0) {
                return;
            }
            long from = fromMillis * MICROS_PER_MILLI;
            long to = toMillis * MICROS_PER_MILLI;
            for (int partition = 0; partition < reader.getPartitionCount(); partition++) {
                if (reader.getPartitionTimestampByIndex(partition) >= to) {
                    break;
                }
                boolean over = partition + 1 < reader.getPartitionCount()
                        && reader.getPartitionTimestampByIndex(partition + 1) <= from;
                if (!over) {
                    scan(new RowColumns(reader, partition), wanted, from, to, partitions);
                    if (partition + 1 < reader.getPartitionCount()) {
                        reader.closePartitionByIndex(partition);
                    }
                }
            }
        }
    }

    private static void scan(RowColumns columns, int wanted, long from, long to, PartitionReader partitions) {
        RowReader rows = partitions.open(columns);
        long end = columns.rows();
        for (long row = columns.firstAtOrAfter(from); row < end; row++) {
            if (columns.sensor(row) == wanted) {
                long time = columns.timeMicros(row);
                if (time >= to) {
                    return;
                }
                rows.read(row, time / MICROS_PER_MILLI);
            }
        }
    }

    /** The names that begin so, in no order. */
    List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        for (String name : names) {
            TableToken table = engine.verifyTableName(name);
            applier.await(table, 0, PATIENCE);
            try (TableReader reader = engine.getReader(table)) {
                StaticSymbolTable sensors = reader.getSymbolTable(SENSOR);
                for (int i = 0; i < sensors.getSymbolCount(); i++) {
                    String key = String.valueOf(sensors.valueOf(i));
                    if (key.startsWith(prefix)) {
                        keys.add(key);
                    }
                }
            }
        }
        return keys;
    }

    /** Hands out the newest row of a sensor, where there is one. */
    void newest(Object sensor, PartitionReader partitions) {
        String key = sensor.toString();
        TableToken table = engine.verifyTableName(names[shard(key)]);
        applier.await(table, 0, PATIENCE);
        try (TableReader reader = engine.getReader(table)) {
            int wanted = reader.getSymbolTable(SENSOR).keyOf(key);
            for (int partition = reader.getPartitionCount() - 1; partition >= 0; partition--) {
                RowColumns columns = new RowColumns(reader, partition);
                for (long row = columns.rows() - 1; row >= 0; row--) {
                    if (columns.sensor(row) == wanted) {
                        partitions.open(columns).read(row, columns.timeMicros(row) / MICROS_PER_MILLI);
                        return;
                    }
                }
                if (partition + 1 < reader.getPartitionCount()) {
                    reader.closePartitionByIndex(partition);
                }
            }
        }
    }

    private static int shard(String key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }
}
