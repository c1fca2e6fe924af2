package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmBook;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Alarms in table {@code alarm}, what happened to them in {@code journal}, which only grows. */
final class H2AlarmBook implements AlarmBook {
    private static final String READER = "alarms";

    private final Jdbi jdbi;
    private final AlarmRow row;

    H2AlarmBook(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        row = new AlarmRow(json);
    }

    @Override
    public List<Alarm> open() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM alarm WHERE state <> :over ORDER BY opened_at DESC, id")
                        .bind("over", AlarmState.NORMAL.name())
                        .map(row)
                        .list());
    }

    @Override
    public List<Alarm> opened(TimeSpan span, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM alarm WHERE opened_at >= :start AND opened_at < :end"
                                + " ORDER BY opened_at DESC, id FETCH FIRST :most ROWS ONLY")
                        .bind("start", span.start())
                        .bind("end", span.end())
                        .bind("most", most)
                        .map(row)
                        .list());
    }

    @Override
    public Optional<Alarm> find(AlarmId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM alarm WHERE id = :id")
                .bind("id", id.value())
                .map(row)
                .findOne());
    }

    @Override
    public List<JournalEntry> journal(AlarmId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT at, kind, who, text FROM journal WHERE alarm = :id ORDER BY line")
                .bind("id", id.value())
                .map((entry, context) -> new JournalEntry(
                        id,
                        InstantColumns.get(entry, "at"),
                        JournalEntry.Kind.valueOf(entry.getString("kind")),
                        entry.getString("who"),
                        entry.getString("text")))
                .list());
    }

    @Override
    public List<StreamPosition> positions() {
        return new H2PositionBook(jdbi).positions(READER);
    }

    @Override
    public void write(Collection<Alarm> alarms, List<JournalEntry> entries) {
        jdbi.useTransaction(handle -> write(handle, alarms, entries));
    }

    @Override
    public void write(Collection<Alarm> alarms, List<JournalEntry> entries, StreamPosition position) {
        jdbi.useTransaction(handle -> {
            write(handle, alarms, entries);
            H2PositionBook.save(handle, READER, List.of(position));
        });
    }

    private void write(Handle handle, Collection<Alarm> alarms, List<JournalEntry> entries) {
        if (!alarms.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(AlarmRow.WRITE);
            alarms.forEach(alarm -> row.bind(batch, alarm).add());
            batch.execute();
        }
        if (!entries.isEmpty()) {
            append(handle, entries);
        }
    }

    private static void append(Handle handle, List<JournalEntry> entries) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO journal (alarm, at, kind, who, text)"
                + " SELECT :alarm, :at, :kind, :who, :text WHERE NOT EXISTS (SELECT 1 FROM journal"
                + " WHERE alarm = :alarm AND at = :at AND kind = :kind AND who = :who AND text = :text)");
        for (JournalEntry entry : entries) {
            batch.bind("alarm", entry.alarm().value())
                    .bind("at", entry.at())
                    .bind("kind", entry.kind().name())
                    .bind("who", entry.who())
                    .bind("text", entry.text())
                    .add();
        }
        batch.execute();
    }
}
