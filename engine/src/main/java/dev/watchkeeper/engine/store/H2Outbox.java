package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.outbox.Outbox;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.outbox.OutboxItem.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Messages in table {@code outbox}, the tries to send them in {@code delivery_try}. */
final class H2Outbox implements Outbox {
    private final Jdbi jdbi;
    private final JsonColumns columns;

    H2Outbox(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        columns = new JsonColumns(json);
    }

    /** Adds messages within a transaction, but for those that are there already. */
    static void add(Handle handle, JsonColumns columns, List<OutboxItem> items) {
        if (items.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO outbox (id, channel, recipients, alarm, kind, notice,"
                + " state, written_at, tries, next_try, holds_channel, reason) SELECT :id, :channel, :recipients,"
                + " CAST(:alarm AS VARCHAR), :kind, :notice, :state, :writtenAt, :tries, :nextTry, :holds, :reason"
                + " WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE id = :id)");
        for (OutboxItem item : items) {
            batch.bind("id", item.id())
                    .bind("channel", item.channel())
                    .bind("recipients", columns.write(item.recipients()))
                    .bind("alarm", item.notice().alarm().map(Object::toString).orElse(null))
                    .bind("kind", item.notice().kind().name())
                    .bind("notice", columns.write(item.notice()))
                    .bind("state", item.state().name())
                    .bind("writtenAt", item.writtenAt())
                    .bind("tries", item.tries())
                    .bind("nextTry", item.nextTry())
                    .bind("holds", item.holdsChannel())
                    .bind("reason", item.reason())
                    .add();
        }
        batch.execute();
    }

    /** Withdraws, within a transaction, what says that nobody has acknowledged these alarms. */
    static void withdraw(Handle handle, Collection<String> alarms) {
        if (alarms.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("UPDATE outbox SET state = :withdrawn, reason = :reason"
                + " WHERE alarm = :alarm AND kind = :kind AND state = :waiting");
        for (String alarm : alarms) {
            batch.bind("withdrawn", State.WITHDRAWN.name())
                    .bind("reason", "the alarm was acknowledged before this was sent")
                    .bind("alarm", alarm)
                    .bind("kind", NoticeKind.ALARM_UNACKNOWLEDGED.name())
                    .bind("waiting", State.WAITING.name())
                    .add();
        }
        batch.execute();
    }

    @Override
    public List<OutboxItem> waiting(String channel, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM outbox WHERE state = :waiting"
                        + " AND channel = :channel ORDER BY line FETCH FIRST :most ROWS ONLY")
                .bind("waiting", State.WAITING.name())
                .bind("channel", channel)
                .bind("most", most)
                .map((row, context) -> item(row))
                .list());
    }

    @Override
    public List<String> waitingChannels() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT channel FROM outbox WHERE state = :waiting ORDER BY channel")
                .bind("waiting", State.WAITING.name())
                .mapTo(String.class)
                .list());
    }

    @Override
    public Optional<OutboxItem> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM outbox WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> item(row))
                .findOne());
    }

    @Override
    public void tried(OutboxItem after, DeliveryTry logged) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE outbox SET recipients = :recipients, state = :state, tries = :tries,"
                            + " next_try = :nextTry, holds_channel = :holds, reason = :reason WHERE id = :id")
                    .bind("recipients", columns.write(after.recipients()))
                    .bind("state", after.state().name())
                    .bind("tries", after.tries())
                    .bind("nextTry", after.nextTry())
                    .bind("holds", after.holdsChannel())
                    .bind("reason", after.reason())
                    .bind("id", after.id())
                    .execute();
            handle.createUpdate("INSERT INTO delivery_try (item, at, channel, headline, addressed, outcome, answer)"
                            + " VALUES (:item, :at, :channel, :headline, :to, :outcome, :answer)")
                    .bind("item", logged.item())
                    .bind("at", logged.at())
                    .bind("channel", logged.channel())
                    .bind("headline", logged.headline())
                    .bind("to", logged.to())
                    .bind("outcome", logged.outcome().name())
                    .bind("answer", logged.answer())
                    .execute();
        });
    }

    @Override
    public void revive(String id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE outbox SET state = :waiting, tries = 0, next_try = :now,"
                        + " written_at = :now, holds_channel = FALSE WHERE id = :id AND state = :dead")
                .bind("waiting", State.WAITING.name())
                .bind("now", now)
                .bind("id", id)
                .bind("dead", State.DEAD.name())
                .execute());
    }

    @Override
    public List<DeliveryTry> log(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM delivery_try ORDER BY line DESC FETCH FIRST :most ROWS ONLY")
                .bind("most", most)
                .map((row, context) -> new DeliveryTry(
                        row.getString("item"),
                        InstantColumns.get(row, "at"),
                        row.getString("channel"),
                        row.getString("headline"),
                        row.getString("addressed"),
                        Delivery.Outcome.valueOf(row.getString("outcome")),
                        row.getString("answer")))
                .list());
    }

    @Override
    public List<OutboxItem> newest(State state, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM outbox WHERE state = :state ORDER BY line DESC FETCH FIRST :most ROWS ONLY")
                .bind("state", state.name())
                .bind("most", most)
                .map((row, context) -> item(row))
                .list());
    }

    @Override
    public Map<State, Long> counts() {
        return jdbi.withHandle(handle -> {
            Map<State, Long> counts = new EnumMap<>(State.class);
            handle.createQuery("SELECT state, COUNT(*) FROM outbox GROUP BY state")
                    .map((row, context) -> Map.entry(State.valueOf(row.getString(1)), row.getLong(2)))
                    .forEach(each -> counts.put(each.getKey(), each.getValue()));
            return counts;
        });
    }

    @Override
    public int forgetBefore(Instant moment) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM outbox WHERE written_at < :moment AND state <> :waiting")
                        .bind("moment", moment)
                        .bind("waiting", State.WAITING.name())
                        .execute());
    }

    private OutboxItem item(ResultSet row) throws SQLException {
        return new OutboxItem(
                row.getString("id"),
                row.getString("channel"),
                columns.recipients(row.getString("recipients")),
                columns.notice(row.getString("notice")),
                State.valueOf(row.getString("state")),
                InstantColumns.get(row, "written_at"),
                row.getInt("tries"),
                InstantColumns.get(row, "next_try"),
                row.getBoolean("holds_channel"),
                row.getString("reason"));
    }
}
