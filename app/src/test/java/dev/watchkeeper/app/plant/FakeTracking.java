package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.ModelSignature;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStart;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.model.tracking.Tracking;
import dev.watchkeeper.engine.signal.AssetId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs in memory, for looking at; screens write none. */
public final class FakeTracking implements Tracking {
    private final List<TrackedRun> runs = new ArrayList<>();
    private final Map<RunId, Map<String, List<MetricPoint>>> curves = new LinkedHashMap<>();
    private final Map<RunId, URI> links = new LinkedHashMap<>();

    public synchronized void put(TrackedRun run, Map<String, List<MetricPoint>> points) {
        runs.add(run);
        curves.put(run.id(), points);
    }

    /** From now on a server has the run. */
    public synchronized void link(RunId run, URI page) {
        links.put(run, page);
    }

    @Override
    public synchronized List<TrackedRun> runs(AssetId asset) {
        return runs.stream()
                .filter(run -> run.asset().equals(asset))
                .sorted(Comparator.comparing(TrackedRun::startedAt).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<TrackedRun> find(RunId id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Map<String, List<MetricPoint>> curves(RunId run) {
        return curves.getOrDefault(run, Map.of());
    }

    @Override
    public synchronized Optional<URI> link(RunId run) {
        return Optional.ofNullable(links.get(run));
    }

    @Override
    public Optional<Artefact> artefact(RunId run, String path) {
        return Optional.empty();
    }

    @Override
    public RunId start(RunStart start) {
        throw writes();
    }

    @Override
    public void logParams(RunId run, Map<String, String> params) {
        throw writes();
    }

    @Override
    public void logMetrics(RunId run, List<MetricPoint> points) {
        throw writes();
    }

    @Override
    public void logArtefact(RunId run, Artefact artefact) {
        throw writes();
    }

    @Override
    public void logSignature(RunId run, ModelSignature signature) {
        throw writes();
    }

    @Override
    public void finish(RunId run, RunStatus status, Instant at) {
        throw writes();
    }

    @Override
    public void register(RunId run) {
        throw writes();
    }

    @Override
    public void setAlias(AssetId asset, ModelAlias alias, int modelNumber) {
        throw writes();
    }

    @Override
    public void deleteAlias(AssetId asset, ModelAlias alias) {
        throw writes();
    }

    private static UnsupportedOperationException writes() {
        return new UnsupportedOperationException("a screen does not write runs");
    }
}
