package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.wire.PositionBook;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Positions of readers in table {@code stream_position}. */
final class H2PositionBook implements PositionBook {
    private final Jdbi jdbi;

    H2PositionBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<StreamPosition> positions(String reader) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT topic, topic_partition, next_offset FROM stream_position WHERE reader = :reader"
                                + " ORDER BY topic, topic_partition")
                .bind("reader", reader)
                .map((row, context) -> new StreamPosition(row.getString(1), row.getInt(2), row.getLong(3)))
                .list());
    }

    @Override
    public void save(String reader, Collection<StreamPosition> positions) {
        if (!positions.isEmpty()) {
            jdbi.useTransaction(handle -> save(handle, reader, positions));
        }
    }

    /** The same as part of a transaction that is under way. */
    static void save(Handle handle, String reader, Collection<StreamPosition> positions) {
        PreparedBatch batch =
                handle.prepareBatch("MERGE INTO stream_position (reader, topic, topic_partition, next_offset)"
                        + " KEY (reader, topic, topic_partition) VALUES (:reader, :topic, :partition, :next)");
        for (StreamPosition position : positions) {
            batch.bind("reader", reader)
                    .bind("topic", position.topic())
                    .bind("partition", position.partition())
                    .bind("next", position.nextOffset())
                    .add();
        }
        batch.execute();
    }
}
