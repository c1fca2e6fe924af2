package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.desk.RetrainRequest;
import dev.watchkeeper.engine.model.desk.TrainingBook;
import dev.watchkeeper.engine.model.desk.TrainingOrder;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Trainings in table {@code training}. */
final class H2TrainingBook implements TrainingBook {
    private static final String GOES_ON = "state IN ('WAITING', 'RUNNING')";

    private final Jdbi jdbi;

    H2TrainingBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void order(TrainingOrder order) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO training (id, asset, asked_by, cause, span_start,"
                        + " span_end, promote, asked_at, state, done, sentence) VALUES (:id, :asset, :by, :cause,"
                        + " :spanStart, :spanEnd, :promote, :at, 'WAITING', 0, 'Waits for its turn.')")
                .bind("id", order.id())
                .bind("asset", order.asset().value())
                .bind("by", order.request().by())
                .bind("cause", order.request().cause().name())
                .bind("spanStart", order.request().span().map(TimeSpan::start).orElse(null))
                .bind("spanEnd", order.request().span().map(TimeSpan::end).orElse(null))
                .bind("promote", order.promote())
                .bind("at", order.at())
                .execute());
    }

    @Override
    public List<TrainingOrder> waiting() {
        return jdbi.withHandle(
                handle -> orders(handle, "SELECT * FROM training WHERE state = 'WAITING' ORDER BY line"));
    }

    @Override
    public boolean take(String id) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("UPDATE training SET state = 'RUNNING' WHERE id = :id AND state = 'WAITING'")
                                .bind("id", id)
                                .execute()
                        > 0);
    }

    @Override
    public void progress(String id, double done, String sentence) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE training SET done = :done, sentence = :sentence WHERE id = :id AND " + GOES_ON)
                .bind("id", id)
                .bind("done", done)
                .bind("sentence", sentence)
                .execute());
    }

    @Override
    public void cancel(String id, String user) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE training SET cancelled_by = :user WHERE id = :id AND"
                        + " cancelled_by IS NULL AND " + GOES_ON)
                .bind("id", id)
                .bind("user", user)
                .execute());
    }

    @Override
    public Optional<String> cancelledBy(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT cancelled_by FROM training WHERE id = :id AND cancelled_by IS NOT NULL")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void end(String id, TrainingState outcome) {
        jdbi.useHandle(handle -> end(handle, id, Ended.of(outcome)));
    }

    @Override
    public Optional<TrainingState> state(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM training WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> state(row))
                .findOne());
    }

    @Override
    public Map<AssetId, TrainingState> newest() {
        Map<AssetId, TrainingState> newest = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT * FROM training WHERE line IN"
                        + " (SELECT MAX(line) FROM training GROUP BY asset) ORDER BY asset")
                .map((row, context) -> Map.entry(new AssetId(row.getString("asset")), state(row)))
                .forEach(entry -> newest.put(entry.getKey(), entry.getValue())));
        return newest;
    }

    @Override
    public List<TrainingOrder> abandon(String sentence, Instant at) {
        return jdbi.inTransaction(handle -> {
            List<TrainingOrder> left = orders(handle, "SELECT * FROM training WHERE " + GOES_ON + " ORDER BY line");
            left.forEach(order -> end(handle, order.id(), Ended.of(new TrainingState.Failed(sentence, at))));
            return left;
        });
    }

    private static void end(Handle handle, String id, Ended ended) {
        handle.createUpdate(
                        "UPDATE training SET state = :state, sentence = :sentence, number = :number, ended_at = :at,"
                                + " cancelled_by = COALESCE(:by, cancelled_by) WHERE id = :id AND " + GOES_ON)
                .bind("id", id)
                .bind("state", ended.state)
                .bind("sentence", ended.sentence)
                .bind("number", ended.number)
                .bind("by", ended.by)
                .bind("at", ended.at)
                .execute();
    }

    private static List<TrainingOrder> orders(Handle handle, String query) {
        RowMapper<TrainingOrder> order = (row, context) -> {
            Instant start = InstantColumns.getOrNull(row, "span_start");
            Instant end = InstantColumns.getOrNull(row, "span_end");
            return new TrainingOrder(
                    row.getString("id"),
                    new AssetId(row.getString("asset")),
                    new RetrainRequest(
                            row.getString("asked_by"),
                            RetrainCause.valueOf(row.getString("cause")),
                            start == null || end == null ? null : new TimeSpan(start, end)),
                    row.getBoolean("promote"),
                    InstantColumns.get(row, "asked_at"));
        };
        return handle.createQuery(query).map(order).list();
    }

    private static TrainingState state(ResultSet row) throws SQLException {
        String sentence = row.getString("sentence");
        String state = row.getString("state");
        Instant ended = InstantColumns.getOrNull(row, "ended_at");
        if (ended == null) {
            return new TrainingState.Running(
                    row.getDouble("done"),
                    sentence,
                    InstantColumns.get(row, "asked_at"),
                    row.getString("asked_by"),
                    RetrainCause.valueOf(row.getString("cause")));
        }
        return switch (state) {
            case "FINISHED" -> new TrainingState.Finished(row.getInt("number"), sentence, ended);
            case "FAILED" -> new TrainingState.Failed(sentence, ended);
            case "CANCELLED" ->
                new TrainingState.Cancelled(
                        Optional.ofNullable(row.getString("cancelled_by")).orElse(Models.ENGINE), ended);
            default -> throw new SQLException("a training cannot have ended as " + state);
        };
    }

    /** The columns of an end. */
    private record Ended(
            String state,
            String sentence,
            @Nullable Integer number,
            @Nullable String by,
            Instant at) {
        static Ended of(TrainingState outcome) {
            if (outcome instanceof TrainingState.Finished finished) {
                return new Ended("FINISHED", finished.sentence(), finished.number(), null, finished.at());
            }
            if (outcome instanceof TrainingState.Failed failed) {
                return new Ended("FAILED", failed.sentence(), null, null, failed.at());
            }
            if (outcome instanceof TrainingState.Cancelled cancelled) {
                return new Ended("CANCELLED", "", null, cancelled.by(), cancelled.at());
            }
            throw new IllegalArgumentException("a training does not end as " + outcome);
        }
    }
}
