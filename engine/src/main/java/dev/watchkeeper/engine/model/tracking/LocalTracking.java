package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.AssetId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tracking in a {@link RunBook} alone. */
public final class LocalTracking implements Tracking {
    private final RunBook book;

    public LocalTracking(RunBook book) {
        this.book = book;
    }

    @Override
    public synchronized RunId start(RunStart start) {
        RunId run = RunId.unique();
        List<RunChange> changes = new ArrayList<>();
        changes.add(
                new RunChange.Started(run, start.asset(), start.modelNumber(), start.startedAt(), start.startedBy()));
        changes.addAll(params(run, start.params()));
        book.write(changes);
        return run;
    }

    @Override
    public synchronized void logParams(RunId run, Map<String, String> params) {
        Map<String, String> known = existing(run).params();
        Map<String, String> fresh = new TreeMap<>(TrackedNames.checked(params));
        fresh.forEach((name, value) -> {
            String before = known.get(name);
            if (before != null && !before.equals(value)) {
                throw new IllegalArgumentException("parameter " + name + " of run " + run + " is " + before
                        + " already and cannot become " + value);
            }
        });
        fresh.keySet().removeAll(known.keySet());
        book.write(params(run, fresh));
    }

    private static List<RunChange> params(RunId run, Map<String, String> params) {
        List<Map.Entry<String, String>> entries = List.copyOf(new TreeMap<>(params).entrySet());
        List<RunChange> changes = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += RunChange.ParamsLogged.MOST) {
            Map<String, String> part = new TreeMap<>();
            entries.subList(from, Math.min(entries.size(), from + RunChange.ParamsLogged.MOST))
                    .forEach(entry -> part.put(entry.getKey(), entry.getValue()));
            changes.add(new RunChange.ParamsLogged(run, part));
        }
        return changes;
    }

    @Override
    public synchronized void logMetrics(RunId run, List<MetricPoint> points) {
        existing(run);
        List<RunChange> changes = new ArrayList<>();
        for (int from = 0; from < points.size(); from += RunChange.MetricsLogged.MOST) {
            int to = Math.min(points.size(), from + RunChange.MetricsLogged.MOST);
            changes.add(new RunChange.MetricsLogged(run, points.subList(from, to)));
        }
        book.write(changes);
    }

    @Override
    public synchronized void logArtefact(RunId run, Artefact artefact) {
        existing(run);
        book.write(run, artefact);
    }

    @Override
    public synchronized void logSignature(RunId run, ModelSignature signature) {
        existing(run);
        book.write(List.of(new RunChange.Signed(run, signature)));
    }

    @Override
    public synchronized void finish(RunId run, RunStatus status, Instant at) {
        if (status == RunStatus.RUNNING) {
            throw new IllegalArgumentException("run " + run + " cannot end as " + status);
        }
        if (existing(run).status() == RunStatus.RUNNING) {
            book.write(List.of(new RunChange.Finished(run, status, Instant.ofEpochMilli(at.toEpochMilli()))));
        }
    }

    @Override
    public synchronized void register(RunId run) {
        if (!existing(run).registered()) {
            book.write(List.of(new RunChange.Registered(run)));
        }
    }

    @Override
    public synchronized void setAlias(AssetId asset, ModelAlias alias, int modelNumber) {
        RunId run = book.registered(asset, modelNumber)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no registered version " + modelNumber + " of the model of " + asset));
        if (!existing(run).aliases().contains(alias)) {
            book.write(List.of(new RunChange.AliasSet(run, alias)));
        }
    }

    @Override
    public synchronized void deleteAlias(AssetId asset, ModelAlias alias) {
        if (book.runs(asset).stream().anyMatch(run -> run.aliases().contains(alias))) {
            book.write(List.of(new RunChange.AliasDeleted(asset, alias)));
        }
    }

    @Override
    public List<TrackedRun> runs(AssetId asset) {
        return book.runs(asset);
    }

    @Override
    public Optional<TrackedRun> find(RunId run) {
        return book.find(run);
    }

    @Override
    public Map<String, List<MetricPoint>> curves(RunId run) {
        existing(run);
        return book.curves(run);
    }

    @Override
    public Optional<Artefact> artefact(RunId run, String path) {
        existing(run);
        return book.artefact(run, path);
    }

    @Override
    public Optional<URI> link(RunId run) {
        existing(run);
        return Optional.empty();
    }

    private TrackedRun existing(RunId run) {
        return book.find(run).orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
    }
}
