package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelBook;
import dev.watchkeeper.engine.label.LabelChange;
import dev.watchkeeper.engine.label.LabelHistory;
import dev.watchkeeper.engine.label.LabelId;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The record of labels in table {@code label_change}, which only grows, and the answers that count in table
 * {@code label}. Two writers who add to the same label take the same ordinal; the one that comes second begins again.
 */
final class H2LabelBook implements LabelBook {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int ATTEMPTS = 10;

    private final Jdbi jdbi;
    private final LabelRow row;

    H2LabelBook(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        row = new LabelRow(json);
    }

    @Override
    public Optional<Label> find(LabelId id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM label WHERE id = :id")
                .bind("id", id.value())
                .map(row)
                .findOne());
    }

    @Override
    public List<Label> of(AssetId asset, TimeSpan span) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM label WHERE asset = :asset"
                        + " AND span_start < :end AND span_end > :start ORDER BY span_start, id")
                .bind("asset", asset.value())
                .bind("start", span.start())
                .bind("end", span.end())
                .map(row)
                .list());
    }

    @Override
    public List<Label> all(TimeSpan span) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM label WHERE span_start < :end AND span_end > :start ORDER BY span_start, id")
                .bind("start", span.start())
                .bind("end", span.end())
                .map(row)
                .list());
    }

    @Override
    public List<Label> ofAlarms(Collection<AlarmId> alarms) {
        String[] ids =
                alarms.stream().map(alarm -> LabelSubject.idOf(alarm).value()).toArray(String[]::new);
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM label WHERE id = ANY(:ids)")
                .bindArray("ids", String.class, (Object[]) ids)
                .map(row)
                .list());
    }

    @Override
    public List<LabelChange> changes(LabelId id) {
        return jdbi.withHandle(handle -> changes(handle, id));
    }

    @Override
    public List<LabelChange> newest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM label_change ORDER BY line DESC FETCH FIRST :most ROWS ONLY")
                .bind("most", most)
                .map((change, context) -> change(change))
                .list());
    }

    @Override
    public Optional<LabelChange> append(LabelId id, Function<List<LabelChange>, Optional<LabelChange>> next) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> appended(handle, id, next));
            } catch (UnableToExecuteStatementException e) {
                if (attempt == ATTEMPTS || !takenByAnother(e)) {
                    throw e;
                }
            }
        }
    }

    private Optional<LabelChange> appended(
            Handle handle, LabelId id, Function<List<LabelChange>, Optional<LabelChange>> next) {
        List<LabelChange> record = new ArrayList<>(changes(handle, id));
        Optional<LabelChange> added = next.apply(List.copyOf(record));
        added.ifPresent(change -> {
            record.add(change);
            insert(handle, id, change, record.size());
            settle(handle, id, LabelHistory.counting(record));
        });
        return added;
    }

    private void insert(Handle handle, LabelId id, LabelChange change, int ordinal) {
        row.bind(
                        handle.createUpdate("INSERT INTO label_change (label, ordinal, action, who, at, "
                                + LabelRow.COLUMNS + ") VALUES (:label, :ordinal, :action, :who, :at, "
                                + LabelRow.VALUES + ")"),
                        change.label())
                .bind("label", id.value())
                .bind("ordinal", ordinal)
                .bind("action", change.action().name())
                .bind("who", change.who())
                .bind("at", change.at())
                .execute();
    }

    private void settle(Handle handle, LabelId id, Optional<Label> counting) {
        if (counting.isPresent()) {
            row.bind(
                            handle.createUpdate("MERGE INTO label (id, " + LabelRow.COLUMNS + ") KEY (id) VALUES (:id, "
                                    + LabelRow.VALUES + ")"),
                            counting.get())
                    .bind("id", id.value())
                    .execute();
        } else {
            handle.createUpdate("DELETE FROM label WHERE id = :id")
                    .bind("id", id.value())
                    .execute();
        }
    }

    private List<LabelChange> changes(Handle handle, LabelId id) {
        return handle.createQuery("SELECT * FROM label_change WHERE label = :label ORDER BY ordinal")
                .bind("label", id.value())
                .map((change, context) -> change(change))
                .list();
    }

    private LabelChange change(ResultSet change) throws SQLException {
        return new LabelChange(
                LabelChange.Action.valueOf(change.getString("action")),
                row.read(change),
                change.getString("who"),
                InstantColumns.get(change, "at"));
    }

    private static boolean takenByAnother(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
