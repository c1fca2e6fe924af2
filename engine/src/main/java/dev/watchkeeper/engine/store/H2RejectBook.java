package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.intake.RecordHead;
import dev.watchkeeper.engine.intake.RejectBook;
import dev.watchkeeper.engine.intake.RejectedRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rejected records in table {@code rejected_record}, their numbers in {@code reject_count}. */
final class H2RejectBook implements RejectBook {
    private final Jdbi jdbi;
    private final int kept;

    H2RejectBook(Jdbi jdbi, int kept) {
        this.jdbi = jdbi;
        this.kept = kept;
    }

    @Override
    public int add(List<RejectedRecord> records) {
        if (records.isEmpty()) {
            return 0;
        }
        return jdbi.inTransaction(handle -> {
            int[] inserted = insert(handle, records);
            Map<String, Long> fresh = new TreeMap<>();
            for (int i = 0; i < inserted.length; i++) {
                if (inserted[i] > 0) {
                    fresh.merge(records.get(i).reason(), 1L, Long::sum);
                }
            }
            fresh.forEach((reason, number) -> count(handle, reason, number));
            prune(handle);
            return Math.toIntExact(
                    fresh.values().stream().mapToLong(Long::longValue).sum());
        });
    }

    private static int[] insert(Handle handle, List<RejectedRecord> records) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO rejected_record"
                + " (topic, topic_partition, record_offset, reason, detail, at, head)"
                + " SELECT :topic, :partition, :offset, :reason, :detail, :at, :head WHERE NOT EXISTS"
                + " (SELECT 1 FROM rejected_record WHERE topic = :topic AND topic_partition = :partition"
                + " AND record_offset = :offset)");
        for (RejectedRecord record : records) {
            batch.bind("topic", record.topic())
                    .bind("partition", record.partition())
                    .bind("offset", record.offset())
                    .bind("reason", record.reason())
                    .bind("detail", record.detail())
                    .bind("at", record.at())
                    .bind("head", record.head().bytes())
                    .add();
        }
        return batch.execute();
    }

    private static void count(Handle handle, String reason, long fresh) {
        int known = handle.createUpdate("UPDATE reject_count SET records = records + :fresh WHERE reason = :reason")
                .bind("fresh", fresh)
                .bind("reason", reason)
                .execute();
        if (known == 0) {
            handle.createUpdate("INSERT INTO reject_count (reason, records) VALUES (:reason, :fresh)")
                    .bind("fresh", fresh)
                    .bind("reason", reason)
                    .execute();
        }
    }

    private void prune(Handle handle) {
        long rows = handle.createQuery("SELECT COUNT(*) FROM rejected_record")
                .mapTo(Long.class)
                .one();
        if (rows > kept + kept / 100) {
            // In two steps: as one, the search for the newest to go would be repeated for every row.
            long newestToGo = handle.createQuery("SELECT arrival FROM rejected_record ORDER BY arrival DESC"
                            + " OFFSET :kept ROWS FETCH FIRST ROW ONLY")
                    .bind("kept", kept)
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("DELETE FROM rejected_record WHERE arrival <= :newestToGo")
                    .bind("newestToGo", newestToGo)
                    .execute();
        }
    }

    @Override
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(SUM(records), 0) FROM reject_count")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Map<String, Long> countByReason() {
        return jdbi.withHandle(handle -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            handle.createQuery("SELECT reason, records FROM reject_count ORDER BY records DESC, reason")
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        });
    }

    @Override
    public List<RejectedRecord> newest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM rejected_record ORDER BY arrival DESC FETCH FIRST :most ROWS ONLY")
                .bind("most", most)
                .map((row, context) -> new RejectedRecord(
                        row.getString("topic"),
                        row.getInt("topic_partition"),
                        row.getLong("record_offset"),
                        row.getString("reason"),
                        row.getString("detail"),
                        InstantColumns.get(row, "at"),
                        RecordHead.of(row.getBytes("head"))))
                .list());
    }
}
