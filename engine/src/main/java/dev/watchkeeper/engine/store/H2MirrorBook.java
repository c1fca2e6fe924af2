package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.model.tracking.MirrorBook;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * What became of changes to runs at servers, in tables {@code mirror_delivery} and {@code mirror_place}. Remembers up to where
 * nothing waits, so that a long past need not be looked through for each change; what another transaction is still writing has
 * a number at most {@value #UNCOMMITTED} below.
 */
final class H2MirrorBook implements MirrorBook {
    private static final String WAITING = " FROM tracking_change LEFT JOIN mirror_delivery"
            + " ON change = sequence AND server = :server WHERE sequence >= :from AND (state IS NULL OR state = 'TRIED')";
    private static final long UNCOMMITTED = 1_000;

    private final Jdbi jdbi;
    private final RunChanges changes;
    private final Map<String, Long> settled = new HashMap<>();

    H2MirrorBook(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        changes = new RunChanges(json);
    }

    @Override
    public synchronized Optional<Waiting> next(String server, Set<AssetId> notOf) {
        List<String> others = notOf.stream().map(AssetId::value).toList();
        String but = others.isEmpty() ? "" : " AND asset NOT IN (<others>)";
        long from = from(server);
        long newest = newest();
        Optional<Waiting> next = jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT sequence, asset, state, kind, body" + WAITING + but
                            + " ORDER BY sequence FETCH FIRST ROW ONLY")
                    .bind("server", server)
                    .bind("from", from);
            return (others.isEmpty() ? query : query.bindList("others", others))
                    .map((row, context) -> new Waiting(
                            row.getLong("sequence"),
                            new AssetId(row.getString("asset")),
                            row.getString("state") != null,
                            changes.read(row.getString("kind"), row.getString("body"))))
                    .findOne();
        });
        if (others.isEmpty()) {
            settled.put(server, next.map(Waiting::sequence).orElse(newest));
        }
        return next;
    }

    private long newest() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(MAX(sequence), 0) FROM tracking_change")
                .mapTo(Long.class)
                .one());
    }

    private long from(String server) {
        return settled.getOrDefault(server, 0L) - UNCOMMITTED;
    }

    @Override
    public void markTried(String server, long sequence) {
        mark(server, sequence, "TRIED", "");
    }

    @Override
    public void markSent(String server, long sequence) {
        mark(server, sequence, "SENT", "");
    }

    @Override
    public void markRefused(String server, long sequence, String why) {
        mark(server, sequence, "REFUSED", why);
    }

    private void mark(String server, long sequence, String state, String why) {
        jdbi.useHandle(handle -> handle.createUpdate("MERGE INTO mirror_delivery (server, change, state, why)"
                        + " KEY (server, change) VALUES (:server, :change, :state, :why)")
                .bind("server", server)
                .bind("change", sequence)
                .bind("state", state)
                .bind("why", why)
                .execute());
    }

    @Override
    public synchronized void retryRefused(String server) {
        settled.remove(server);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE mirror_delivery SET state = 'TRIED' WHERE server = :server AND state = 'REFUSED'")
                .bind("server", server)
                .execute());
    }

    @Override
    public synchronized void forget(String server) {
        settled.remove(server);
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE mirror_delivery SET state = 'TRIED' WHERE server = :server")
                    .bind("server", server)
                    .execute();
            handle.createUpdate("DELETE FROM mirror_place WHERE server = :server")
                    .bind("server", server)
                    .execute();
        });
    }

    @Override
    public synchronized Count count(String server) {
        long from = from(server);
        return jdbi.withHandle(handle -> handle.createQuery("SELECT (SELECT COUNT(*)" + WAITING + "),"
                        + " (SELECT COUNT(*) FROM mirror_delivery WHERE server = :server AND state = 'REFUSED'),"
                        + " (SELECT why FROM mirror_delivery WHERE server = :server AND state = 'REFUSED'"
                        + " ORDER BY change DESC FETCH FIRST ROW ONLY)")
                .bind("server", server)
                .bind("from", from)
                .map((row, context) -> new Count(
                        row.getLong(1),
                        row.getLong(2),
                        Optional.ofNullable(row.getString(3)).orElse("")))
                .one());
    }

    @Override
    public void place(String server, RunId run, Place place) {
        jdbi.useHandle(handle -> handle.createUpdate("MERGE INTO mirror_place"
                        + " (server, run, experiment_id, run_id, files, version) KEY (server, run)"
                        + " VALUES (:server, :run, :experiment, :id, :files, :version)")
                .bind("server", server)
                .bind("run", run.value())
                .bind("experiment", place.experimentId())
                .bind("id", place.runId())
                .bind("files", place.files())
                .bind("version", place.version())
                .execute());
    }

    @Override
    public Optional<Place> place(String server, RunId run) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM mirror_place WHERE server = :server AND run = :run")
                        .bind("server", server)
                        .bind("run", run.value())
                        .map((row, context) -> new Place(
                                row.getString("experiment_id"),
                                row.getString("run_id"),
                                row.getString("files"),
                                row.getString("version")))
                        .findOne());
    }
}
