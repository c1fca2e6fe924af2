package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.alarm.JournalRecord;
import dev.watchkeeper.engine.signal.AssetId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code journal}, which only grows. Each line bears the SHA-256 of itself and of the digest before it (a hash chain), and
 * {@code journal_head} the last of them, so that a line that was changed, taken out or cut off shows even when the triggers
 * that refuse it were taken away. Whoever can write the file can also write a whole new chain: this is evidence against
 * mishaps and single edits, not against a forger with the program's own means.
 */
final class JournalTable {
    private JournalTable() {}

    static List<JournalEntry> of(Handle handle, AlarmId alarm) {
        return handle.createQuery("SELECT alarm, at, kind, who, text FROM journal WHERE alarm = :id ORDER BY line")
                .bind("id", alarm.value())
                .map((row, context) -> entry(row))
                .list();
    }

    /** Lines of all alarms, the newest first. */
    static List<JournalRecord> of(Handle handle, JournalQuery wanted, int most) {
        String kinds = wanted.kinds().isEmpty() ? "" : " AND j.kind IN (<kinds>)";
        Query query = handle.createQuery(
                        "SELECT j.alarm, j.at, j.kind, j.who, j.text, a.asset, a.message FROM journal j"
                                + " JOIN alarm a ON a.id = j.alarm WHERE j.at >= :start AND j.at < :end" + kinds
                                + " AND (:asset = '' OR a.asset = :asset)"
                                + " AND (:who = '' OR LOCATE(:who, LOWER(j.who)) > 0)"
                                + " AND (:text = '' OR LOCATE(:text, LOWER(j.text)) > 0 OR LOCATE(:text, LOWER(a.message)) > 0)"
                                + " ORDER BY j.at DESC, j.line DESC FETCH FIRST :most ROWS ONLY")
                .bind("start", wanted.span().start())
                .bind("end", wanted.span().end())
                .bind("asset", wanted.asset())
                .bind("who", wanted.who())
                .bind("text", wanted.text())
                .bind("most", most);
        if (!wanted.kinds().isEmpty()) {
            query.bindList("kinds", wanted.kinds().stream().map(Enum::name).toList());
        }
        return query.map((row, context) ->
                        new JournalRecord(entry(row), new AssetId(row.getString("asset")), row.getString("message")))
                .list();
    }

    /** Adds those entries that are not there yet, in order. */
    static void append(Handle handle, List<JournalEntry> entries) {
        Head head = lockHead(handle);
        for (JournalEntry entry : entries) {
            if (!isThere(handle, entry)) {
                head = new Head(head.lines + 1, digest(head.digest, entry));
                insert(handle, entry, head.digest);
            }
        }
        writeHead(handle, head);
    }

    static JournalCheck check(Handle handle) {
        Head head = readHead(handle, "SELECT lines, digest FROM journal_head");
        Walk walk = new Walk();
        handle.createQuery("SELECT line, alarm, at, kind, who, text, digest FROM journal ORDER BY line")
                .map((row, context) -> walk.take(row))
                .forEach(ignored -> {});
        if (walk.damagedOrNull != null) {
            return new JournalCheck(walk.lines, walk.damagedOrNull);
        }
        if (walk.lines != head.lines || !walk.digest.equals(head.digest)) {
            return new JournalCheck(
                    walk.lines,
                    "the journal has " + walk.lines + " lines, but " + head.lines
                            + " were written: lines at its end are missing");
        }
        return JournalCheck.intact(walk.lines);
    }

    /** Seals lines that were written before there were digests. */
    static void seal(Handle handle) {
        Head[] head = {lockHead(handle)};
        List<Line> lines = handle.createQuery(
                        "SELECT line, alarm, at, kind, who, text FROM journal WHERE digest IS NULL ORDER BY line")
                .map((row, context) -> new Line(row.getLong("line"), entry(row)))
                .list();
        for (Line line : lines) {
            head[0] = new Head(head[0].lines + 1, digest(head[0].digest, line.entry));
            handle.createUpdate("UPDATE journal SET digest = :digest WHERE line = :line")
                    .bind("digest", head[0].digest)
                    .bind("line", line.number)
                    .execute();
        }
        writeHead(handle, head[0]);
    }

    private record Head(long lines, String digest) {}

    private record Line(long number, JournalEntry entry) {}

    /** Goes along the chain until a line does not fit. */
    private static final class Walk {
        private long lines;
        private String digest = "";
        private @Nullable String damagedOrNull;

        boolean take(ResultSet row) throws SQLException {
            if (damagedOrNull == null) {
                JournalEntry entry = entry(row);
                digest = digest(digest, entry);
                lines++;
                if (!digest.equals(row.getString("digest"))) {
                    damagedOrNull = "line " + row.getLong("line") + " of the journal, of alarm " + entry.alarm()
                            + ", is not what was written, or one before it is missing";
                }
            }
            return true;
        }
    }

    private static boolean isThere(Handle handle, JournalEntry entry) {
        return handle.createQuery("SELECT 1 FROM journal WHERE alarm = :alarm AND at = :at AND kind = :kind"
                        + " AND who = :who AND text = :text")
                .bind("alarm", entry.alarm().value())
                .bind("at", entry.at())
                .bind("kind", entry.kind().name())
                .bind("who", entry.who())
                .bind("text", entry.text())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private static void insert(Handle handle, JournalEntry entry, String digest) {
        handle.createUpdate("INSERT INTO journal (alarm, at, kind, who, text, digest)"
                        + " VALUES (:alarm, :at, :kind, :who, :text, :digest)")
                .bind("alarm", entry.alarm().value())
                .bind("at", entry.at())
                .bind("kind", entry.kind().name())
                .bind("who", entry.who())
                .bind("text", entry.text())
                .bind("digest", digest)
                .execute();
    }

    private static Head lockHead(Handle handle) {
        return readHead(handle, "SELECT lines, digest FROM journal_head FOR UPDATE");
    }

    private static Head readHead(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> new Head(row.getLong("lines"), row.getString("digest")))
                .one();
    }

    private static void writeHead(Handle handle, Head head) {
        handle.createUpdate("UPDATE journal_head SET lines = :lines, digest = :digest")
                .bind("lines", head.lines)
                .bind("digest", head.digest)
                .execute();
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                new AlarmId(row.getString("alarm")),
                InstantColumns.get(row, "at"),
                JournalEntry.Kind.valueOf(row.getString("kind")),
                row.getString("who"),
                row.getString("text"));
    }

    private static String digest(String before, JournalEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field : List.of(
                    before,
                    entry.alarm().value(),
                    entry.at().toString(),
                    entry.kind().name(),
                    entry.who(),
                    entry.text())) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
