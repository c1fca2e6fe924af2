package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.RunBook;
import dev.watchkeeper.engine.model.tracking.RunChange;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.signal.AssetId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Runs in table {@code tracking_run}, what happened to them in {@code tracking_change}, which only grows. */
final class H2RunBook implements RunBook {
    private final Jdbi jdbi;
    private final RunChanges changes;
    private final RunRow rows;

    H2RunBook(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        changes = new RunChanges(json);
        rows = new RunRow(changes);
    }

    @Override
    public void write(List<? extends RunChange> written) {
        jdbi.useTransaction(handle -> {
            RunWriter writer = new RunWriter(handle, changes);
            written.forEach(writer::write);
        });
    }

    @Override
    public void write(RunId run, Artefact artefact) {
        jdbi.useTransaction(handle -> {
            byte[] bytes = artefact instanceof Artefact.Inline inline ? inline.bytes() : null;
            String file =
                    artefact instanceof Artefact.InFile inFile ? inFile.file().toString() : null;
            handle.createUpdate("MERGE INTO tracking_artefact (run, path, bytes, file) KEY (run, path)"
                            + " VALUES (:run, :path, :bytes, :file)")
                    .bind("run", run.value())
                    .bind("path", artefact.path())
                    .bind("bytes", bytes)
                    .bind("file", file)
                    .execute();
            new RunWriter(handle, changes).write(new RunChange.ArtefactLogged(run, artefact.path()));
        });
    }

    @Override
    public List<TrackedRun> runs(AssetId asset) {
        return jdbi.inTransaction(handle -> rows.ofAsset(handle, asset));
    }

    @Override
    public Optional<TrackedRun> find(RunId run) {
        return jdbi.inTransaction(handle -> handle.createQuery("SELECT * FROM tracking_run WHERE id = :run")
                .bind("run", run.value())
                .map((row, context) -> rows.one(handle, row))
                .findOne());
    }

    @Override
    public Optional<RunId> registered(AssetId asset, int modelNumber) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM tracking_run WHERE asset = :asset AND registered_number = :number")
                .bind("asset", asset.value())
                .bind("number", modelNumber)
                .mapTo(String.class)
                .findOne()
                .map(RunId::new));
    }

    @Override
    public Map<String, List<MetricPoint>> curves(RunId run) {
        Map<String, List<MetricPoint>> curves = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT kind, body FROM tracking_change WHERE run = :run AND kind = :kind ORDER BY sequence")
                .bind("run", run.value())
                .bind("kind", RunChanges.kind(RunChange.MetricsLogged.class))
                .map((row, context) -> changes.read(row.getString(1), row.getString(2)))
                .forEach(change -> {
                    if (change instanceof RunChange.MetricsLogged logged) {
                        logged.points()
                                .forEach(point -> curves.computeIfAbsent(point.name(), name -> new ArrayList<>())
                                        .add(point));
                    }
                }));
        curves.values().forEach(curve -> curve.sort(RunWriter.BY_STEP));
        return curves;
    }

    @Override
    public Optional<Artefact> artefact(RunId run, String path) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT bytes, file FROM tracking_artefact WHERE run = :run AND path = :path")
                .bind("run", run.value())
                .bind("path", path)
                .<Artefact>map((row, context) -> {
                    String file = row.getString("file");
                    return file == null
                            ? new Artefact.Inline(path, row.getBytes("bytes"))
                            : new Artefact.InFile(path, Path.of(file));
                })
                .findOne());
    }
}
