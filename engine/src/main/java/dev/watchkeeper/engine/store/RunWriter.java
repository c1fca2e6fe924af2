package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.RunChange;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.signal.AssetId;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes changes and what they bring about within a transaction. */
final class RunWriter {
    /** Orders the points of a curve. */
    static final Comparator<MetricPoint> BY_STEP =
            Comparator.comparingLong(MetricPoint::step).thenComparing(MetricPoint::time);

    private final Handle handle;
    private final RunChanges json;

    RunWriter(Handle handle, RunChanges json) {
        this.handle = handle;
        this.json = json;
    }

    void write(RunChange change) {
        if (change instanceof RunChange.AliasDeleted deleted) {
            handle.createUpdate("DELETE FROM tracking_alias WHERE asset = :asset AND alias = :alias")
                    .bind("asset", deleted.asset().value())
                    .bind("alias", deleted.alias().name())
                    .execute();
            append(deleted.asset().value(), null, change);
        } else if (change instanceof RunChange.OfRun ofRun) {
            String asset = ofRun instanceof RunChange.Started started
                    ? start(started)
                    : asset(ofRun.run()).value();
            bringAbout(ofRun, asset);
            append(asset, ofRun.run(), change);
        }
    }

    private String start(RunChange.Started started) {
        handle.createUpdate("INSERT INTO tracking_run"
                        + " (id, asset, model_number, started_at, started_by, status, params, metrics)"
                        + " VALUES (:id, :asset, :number, :at, :by, :status, '{}', '{}')")
                .bind("id", started.run().value())
                .bind("asset", started.asset().value())
                .bind("number", started.modelNumber())
                .bind("at", started.startedAt())
                .bind("by", started.startedBy())
                .bind("status", RunStatus.RUNNING.name())
                .execute();
        return started.asset().value();
    }

    private void bringAbout(RunChange.OfRun change, String asset) {
        if (change instanceof RunChange.ParamsLogged logged) {
            edit(change.run(), "params", RunRow.PARAMS, params -> params.putAll(logged.params()));
        } else if (change instanceof RunChange.MetricsLogged logged) {
            edit(change.run(), "metrics", RunRow.METRICS, last -> addLast(last, logged.points()));
        } else if (change instanceof RunChange.Finished finished) {
            handle.createUpdate("UPDATE tracking_run SET status = :status, ended_at = :at WHERE id = :run")
                    .bind("status", finished.status().name())
                    .bind("at", finished.at())
                    .bind("run", finished.run().value())
                    .execute();
        } else if (change instanceof RunChange.Registered registered) {
            register(registered.run(), asset);
        } else if (change instanceof RunChange.AliasSet set) {
            handle.createUpdate("MERGE INTO tracking_alias (asset, alias, run) KEY (asset, alias)"
                            + " VALUES (:asset, :alias, :run)")
                    .bind("asset", asset)
                    .bind("alias", set.alias().name())
                    .bind("run", set.run().value())
                    .execute();
        }
    }

    private void register(RunId run, String asset) {
        int registered = handle.createUpdate("UPDATE tracking_run SET registered_number = model_number WHERE id = :run"
                        + " AND NOT EXISTS (SELECT 1 FROM tracking_run other WHERE other.asset = :asset"
                        + " AND other.registered_number = tracking_run.model_number)")
                .bind("run", run.value())
                .bind("asset", asset)
                .execute();
        if (registered == 0) {
            throw new IllegalArgumentException(
                    "the model of " + asset + " has a version of the number of run " + run + " already");
        }
    }

    private static void addLast(Map<String, MetricPoint> last, List<MetricPoint> points) {
        for (MetricPoint point : points) {
            last.merge(point.name(), point, (old, fresh) -> BY_STEP.compare(fresh, old) >= 0 ? fresh : old);
        }
    }

    /** Changes a JSON column of a run. */
    private <T> void edit(RunId run, String column, TypeReference<T> type, Consumer<T> change) {
        T value = handle.createQuery("SELECT " + column + " FROM tracking_run WHERE id = :run FOR UPDATE")
                .bind("run", run.value())
                .map((row, context) -> read(row.getString(1), type))
                .one();
        change.accept(value);
        handle.createUpdate("UPDATE tracking_run SET " + column + " = :value WHERE id = :run")
                .bind("value", json.write(value))
                .bind("run", run.value())
                .execute();
    }

    private <T> T read(String text, TypeReference<T> type) throws SQLException {
        return json.read(text, type);
    }

    private AssetId asset(RunId run) {
        return handle.createQuery("SELECT asset FROM tracking_run WHERE id = :run")
                .bind("run", run.value())
                .mapTo(String.class)
                .findOne()
                .map(AssetId::new)
                .orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
    }

    private void append(String asset, @Nullable RunId run, RunChange change) {
        handle.createUpdate("INSERT INTO tracking_change (asset, run, kind, body) VALUES (:asset, :run, :kind, :body)")
                .bind("asset", asset)
                .bind("run", run == null ? null : run.value())
                .bind("kind", RunChanges.kind(change.getClass()))
                .bind("body", json.write(change))
                .execute();
    }
}
