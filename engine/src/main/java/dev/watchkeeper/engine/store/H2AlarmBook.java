package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmBatch;
import dev.watchkeeper.engine.alarm.AlarmBook;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalCheck;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.alarm.JournalRecord;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.SuppressionChange;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Alarms in table {@code alarm}, what happened to them in {@link JournalTable}. */
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
        return jdbi.withHandle(handle -> JournalTable.of(handle, id));
    }

    @Override
    public List<JournalRecord> journal(JournalQuery query, int most) {
        return jdbi.withHandle(handle -> JournalTable.of(handle, query, most));
    }

    @Override
    public JournalCheck checkJournal() {
        return jdbi.inTransaction(JournalTable::check);
    }

    @Override
    public List<Suppression> suppressions() {
        return jdbi.withHandle(SuppressionTables::standing);
    }

    @Override
    public List<SuppressionChange> suppressionChanges(TimeSpan span) {
        return jdbi.withHandle(handle -> SuppressionTables.changes(handle, span));
    }

    @Override
    public List<StreamPosition> positions() {
        return new H2PositionBook(jdbi).positions(READER);
    }

    @Override
    public void write(AlarmBatch batch) {
        jdbi.useTransaction(handle -> {
            if (!batch.alarms().isEmpty()) {
                PreparedBatch rows = handle.prepareBatch(AlarmRow.WRITE);
                batch.alarms().forEach(alarm -> row.bind(rows, alarm).add());
                rows.execute();
            }
            if (!batch.entries().isEmpty()) {
                JournalTable.append(handle, batch.entries());
            }
            SuppressionTables.write(handle, batch.suppressions());
            batch.position().ifPresent(position -> H2PositionBook.save(handle, READER, List.of(position)));
        });
    }
}
