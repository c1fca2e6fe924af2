package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.signal.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How a run stands in a row of table {@code tracking_run}, with its artefacts and aliases from theirs. */
final class RunRow {
    static final TypeReference<TreeMap<String, String>> PARAMS = new TypeReference<>() {};
    static final TypeReference<TreeMap<String, MetricPoint>> METRICS = new TypeReference<>() {};

    private final RunChanges changes;

    RunRow(RunChanges changes) {
        this.changes = changes;
    }

    List<TrackedRun> ofAsset(Handle handle, AssetId asset) {
        Map<String, List<String>> artefacts = handle.createQuery(
                        "SELECT run, path FROM tracking_artefact JOIN tracking_run ON run = id"
                                + " WHERE asset = :asset ORDER BY path")
                .bind("asset", asset.value())
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, Set<ModelAlias>> aliases = aliases(handle, asset);
        return handle.createQuery("SELECT * FROM tracking_run WHERE asset = :asset ORDER BY started_at DESC, id")
                .bind("asset", asset.value())
                .map((row, context) -> map(
                        row,
                        artefacts.getOrDefault(row.getString("id"), List.of()),
                        aliases.getOrDefault(row.getString("id"), Set.of())))
                .list();
    }

    TrackedRun one(Handle handle, ResultSet row) throws SQLException {
        String run = row.getString("id");
        List<String> artefacts = handle.createQuery("SELECT path FROM tracking_artefact WHERE run = :run ORDER BY path")
                .bind("run", run)
                .mapTo(String.class)
                .list();
        Set<ModelAlias> aliases =
                aliases(handle, new AssetId(row.getString("asset"))).getOrDefault(run, Set.of());
        return map(row, artefacts, aliases);
    }

    private static Map<String, Set<ModelAlias>> aliases(Handle handle, AssetId asset) {
        return handle.createQuery("SELECT run, alias FROM tracking_alias WHERE asset = :asset")
                .bind("asset", asset.value())
                .map((row, context) -> Map.entry(row.getString(1), ModelAlias.valueOf(row.getString(2))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private TrackedRun map(ResultSet row, List<String> artefacts, Set<ModelAlias> aliases) throws SQLException {
        SortedMap<String, Double> last = new TreeMap<>();
        changes.read(row.getString("metrics"), METRICS).forEach((name, point) -> last.put(name, point.value()));
        row.getInt("registered_number");
        boolean registered = !row.wasNull();
        return new TrackedRun(
                new RunId(row.getString("id")),
                new AssetId(row.getString("asset")),
                row.getInt("model_number"),
                InstantColumns.get(row, "started_at"),
                InstantColumns.getOrNull(row, "ended_at"),
                row.getString("started_by"),
                RunStatus.valueOf(row.getString("status")),
                changes.read(row.getString("params"), PARAMS),
                last,
                artefacts,
                registered,
                aliases);
    }
}
