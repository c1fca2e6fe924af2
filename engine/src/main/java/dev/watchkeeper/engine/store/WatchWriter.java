package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.notify.watch.Held;
import dev.watchkeeper.engine.notify.watch.Pending;
import dev.watchkeeper.engine.notify.watch.WatchChanges;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes one step of the watch in one transaction. */
final class WatchWriter {
    private final JsonColumns columns;
    private final WatchChanges changes;

    WatchWriter(JsonColumns columns, WatchChanges changes) {
        this.columns = columns;
        this.changes = changes;
    }

    void writeIn(Jdbi jdbi) {
        jdbi.useTransaction(handle -> {
            H2Outbox.add(handle, columns, changes.messages());
            holdAndRelease(handle);
            batch(
                    handle,
                    "MERGE INTO told_alarm (alarm, priority) KEY (alarm) VALUES (:alarm, :priority)",
                    changes.told().entrySet(),
                    (row, told) -> row.bind("alarm", told.getKey().value())
                            .bind("priority", told.getValue().name()));
            escalations(handle);
            batch(
                    handle,
                    "MERGE INTO last_digest (channel, at) KEY (channel) VALUES (:channel, :at)",
                    changes.digests().entrySet(),
                    (row, digest) -> row.bind("channel", digest.getKey()).bind("at", digest.getValue()));
            handle.createUpdate("MERGE INTO watch_state (one, line, flood_since) KEY (one) VALUES (1, :line, :since)")
                    .bind("line", changes.state().line())
                    .bind("since", changes.state().floodSinceOrNull())
                    .execute();
        });
    }

    private void holdAndRelease(Handle handle) {
        batch(
                handle,
                "MERGE INTO held_notice (notice, recipient, content, addressee, due) KEY (notice, recipient)"
                        + " VALUES (:notice, :recipient, :content, :addressee, :due)",
                changes.hold(),
                (row, held) -> key(row, held)
                        .bind("content", columns.write(held.notice()))
                        .bind("addressee", columns.write(held.recipient()))
                        .bind("due", held.due()));
        batch(
                handle,
                "DELETE FROM held_notice WHERE notice = :notice AND recipient = :recipient",
                changes.release(),
                WatchWriter::key);
    }

    private static PreparedBatch key(PreparedBatch row, Held held) {
        return row.bind("notice", held.notice().id())
                .bind("recipient", held.recipient().id());
    }

    private void escalations(Handle handle) {
        batch(
                handle,
                "MERGE INTO escalation (alarm, chain, step, due) KEY (alarm, chain)"
                        + " VALUES (:alarm, :chain, :step, :due)",
                changes.escalate(),
                (row, pending) -> key(row, pending).bind("step", pending.step()).bind("due", pending.due()));
        batch(
                handle,
                "DELETE FROM escalation WHERE alarm = :alarm AND chain = :chain",
                changes.ended(),
                WatchWriter::key);
        List<String> settled = changes.settled().stream().map(AlarmId::value).toList();
        batch(handle, "DELETE FROM escalation WHERE alarm = :alarm", settled, (row, alarm) -> row.bind("alarm", alarm));
        H2Outbox.withdraw(handle, settled);
    }

    private static PreparedBatch key(PreparedBatch row, Pending pending) {
        return row.bind("alarm", pending.alarm().value()).bind("chain", pending.chain());
    }

    private static <T> void batch(Handle handle, String sql, Collection<T> values, BiConsumer<PreparedBatch, T> bind) {
        if (!values.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(sql);
            for (T value : values) {
                bind.accept(batch, value);
                batch.add();
            }
            batch.execute();
        }
    }
}
