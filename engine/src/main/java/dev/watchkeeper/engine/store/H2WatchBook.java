package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.watch.Happening;
import dev.watchkeeper.engine.notify.watch.Held;
import dev.watchkeeper.engine.notify.watch.Pending;
import dev.watchkeeper.engine.notify.watch.WatchBook;
import dev.watchkeeper.engine.notify.watch.WatchChanges;
import dev.watchkeeper.engine.notify.watch.WatchState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads table {@code journal} by its lines, and keeps what the watch over it remembers in tables of its own. */
final class H2WatchBook implements WatchBook {
    private final Jdbi jdbi;
    private final AlarmRow row;
    private final JsonColumns columns;

    H2WatchBook(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        row = new AlarmRow(json);
        columns = new JsonColumns(json);
    }

    @Override
    public WatchState state() {
        return jdbi.inTransaction(handle -> {
            handle.execute("INSERT INTO watch_state (one, line) SELECT 1, COALESCE(MAX(line), 0) FROM journal"
                    + " HAVING NOT EXISTS (SELECT 1 FROM watch_state)");
            return handle.createQuery("SELECT line, flood_since FROM watch_state")
                    .map((state, context) ->
                            new WatchState(state.getLong("line"), InstantColumns.getOrNull(state, "flood_since")))
                    .one();
        });
    }

    @Override
    public List<Happening> after(long line, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT journal.line AS journal_line, journal.at AS"
                        + " journal_at, journal.kind AS journal_kind, journal.who AS journal_who, journal.text AS"
                        + " journal_text, alarm.* FROM journal JOIN alarm ON alarm.id = journal.alarm"
                        + " WHERE journal.line > :line ORDER BY journal.line FETCH FIRST :most ROWS ONLY")
                .bind("line", line)
                .bind("most", most)
                .map((each, context) -> {
                    Alarm alarm = row.map(each, context);
                    return new Happening(
                            each.getLong("journal_line"),
                            new JournalEntry(
                                    alarm.id(),
                                    InstantColumns.get(each, "journal_at"),
                                    JournalEntry.Kind.valueOf(each.getString("journal_kind")),
                                    each.getString("journal_who"),
                                    each.getString("journal_text")),
                            alarm);
                })
                .list());
    }

    @Override
    public List<Instant> raisedSince(Instant moment, long upToLine) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT at FROM journal WHERE kind = :raised AND at > :moment AND line <= :line ORDER BY line")
                .bind("raised", JournalEntry.Kind.RAISED.name())
                .bind("moment", moment)
                .bind("line", upToLine)
                .map((each, context) -> InstantColumns.get(each, "at"))
                .list());
    }

    @Override
    public Optional<Alarm> alarm(AlarmId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM alarm WHERE id = :id")
                .bind("id", id.value())
                .map(row)
                .findOne());
    }

    @Override
    public Optional<Priority> told(AlarmId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT priority FROM told_alarm WHERE alarm = :id")
                .bind("id", id.value())
                .map((each, context) -> Priority.valueOf(each.getString("priority")))
                .findOne());
    }

    @Override
    public List<Held> held() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM held_notice ORDER BY line")
                .map((each, context) -> new Held(
                        columns.notice(each.getString("content")),
                        columns.recipient(each.getString("addressee")),
                        InstantColumns.get(each, "due")))
                .list());
    }

    @Override
    public List<Pending> pending() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM escalation ORDER BY due, alarm, chain")
                .map((each, context) -> new Pending(
                        new AlarmId(each.getString("alarm")),
                        each.getString("chain"),
                        each.getInt("step"),
                        InstantColumns.get(each, "due")))
                .list());
    }

    @Override
    public Map<String, Instant> lastDigests() {
        return jdbi.withHandle(handle -> {
            Map<String, Instant> digests = new HashMap<>();
            handle.createQuery("SELECT channel, at FROM last_digest")
                    .map((each, context) -> Map.entry(each.getString("channel"), InstantColumns.get(each, "at")))
                    .forEach(each -> digests.put(each.getKey(), each.getValue()));
            return digests;
        });
    }

    @Override
    public void write(WatchChanges changes) {
        new WatchWriter(columns, changes).writeIn(jdbi);
    }
}
