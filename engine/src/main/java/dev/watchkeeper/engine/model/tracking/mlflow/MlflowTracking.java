package dev.watchkeeper.engine.model.tracking.mlflow;

import dev.watchkeeper.engine.model.tracking.Artefact;
import dev.watchkeeper.engine.model.tracking.LocalTracking;
import dev.watchkeeper.engine.model.tracking.MetricPoint;
import dev.watchkeeper.engine.model.tracking.MirrorBook;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.ModelSignature;
import dev.watchkeeper.engine.model.tracking.RunBook;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.model.tracking.RunStart;
import dev.watchkeeper.engine.model.tracking.RunStatus;
import dev.watchkeeper.engine.model.tracking.TrackedRun;
import dev.watchkeeper.engine.model.tracking.Tracking;
import dev.watchkeeper.engine.signal.AssetId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tracking in the local store, mirrored to the MLflow server of the settings where they name one. Everything that is in the
 * store gets to that server, also what was written before the server was named, while it was away, or by another process; so
 * one process only of those that share a store may mirror.
 */
public final class MlflowTracking implements Tracking, AutoCloseable {
    private final RunBook runs;
    private final MirrorBook mirror;
    private final Pace pace;
    private final LocalTracking local;
    private volatile @Nullable Mirrored mirrored;

    /** A server and what sends to it. */
    private record Mirrored(MlflowSettings settings, MirrorQueue queue) {}

    /** Mirrors nowhere until it is told where. */
    public MlflowTracking(RunBook runs, MirrorBook mirror, Pace pace) {
        this.runs = runs;
        this.mirror = mirror;
        this.pace = pace;
        local = new LocalTracking(runs);
    }

    /** Asks a server whether it can be used; takes as long as the deadline at most twice. */
    public static MlflowCheck.Outcome test(MlflowSettings settings) {
        return MlflowCheck.outcome(settings);
    }

    /** Mirrors to the server of these settings from now on, or to none. */
    public synchronized void use(TrackingSettings settings) {
        close();
        settings.mlflow().ifPresent(mlflow -> {
            MirrorQueue queue = new MirrorQueue(mlflow, runs, mirror, pace);
            mirrored = new Mirrored(mlflow, queue);
            queue.wake();
        });
    }

    /** How it stands with the server; empty where there is none. Answers from the local store. */
    public Optional<MirrorStatus> status() {
        return Optional.ofNullable(mirrored).map(now -> now.queue().status());
    }

    /** Tries again at once what waits, and what the server refused. */
    public void retry() {
        Mirrored now = mirrored;
        if (now != null) {
            mirror.retryRefused(now.settings().key());
            now.queue().retryNow();
        }
    }

    /** Sends all there is once more, for a server that has lost it. What is there still is found and not doubled. */
    public void sendAllAgain() {
        Mirrored now = mirrored;
        if (now != null) {
            mirror.forget(now.settings().key());
            now.queue().retryNow();
        }
    }

    private void wake() {
        Mirrored now = mirrored;
        if (now != null) {
            now.queue().wake();
        }
    }

    @Override
    public RunId start(RunStart start) {
        RunId run = local.start(start);
        wake();
        return run;
    }

    @Override
    public void logParams(RunId run, Map<String, String> params) {
        local.logParams(run, params);
        wake();
    }

    @Override
    public void logMetrics(RunId run, List<MetricPoint> points) {
        local.logMetrics(run, points);
        wake();
    }

    @Override
    public void logArtefact(RunId run, Artefact artefact) {
        local.logArtefact(run, artefact);
        wake();
    }

    @Override
    public void logSignature(RunId run, ModelSignature signature) {
        local.logSignature(run, signature);
        wake();
    }

    @Override
    public void finish(RunId run, RunStatus status, Instant at) {
        local.finish(run, status, at);
        wake();
    }

    @Override
    public void register(RunId run) {
        local.register(run);
        wake();
    }

    @Override
    public void setAlias(AssetId asset, ModelAlias alias, int modelNumber) {
        local.setAlias(asset, alias, modelNumber);
        wake();
    }

    @Override
    public void deleteAlias(AssetId asset, ModelAlias alias) {
        local.deleteAlias(asset, alias);
        wake();
    }

    @Override
    public List<TrackedRun> runs(AssetId asset) {
        return local.runs(asset);
    }

    @Override
    public Optional<TrackedRun> find(RunId run) {
        return local.find(run);
    }

    @Override
    public Map<String, List<MetricPoint>> curves(RunId run) {
        return local.curves(run);
    }

    @Override
    public Optional<Artefact> artefact(RunId run, String path) {
        return local.artefact(run, path);
    }

    @Override
    public Optional<URI> link(RunId run) {
        Optional<URI> none = local.link(run);
        Mirrored now = mirrored;
        if (now == null) {
            return none;
        }
        return mirror.place(now.settings().key(), run)
                .map(place -> URI.create(
                        now.settings().server() + "/#/experiments/" + place.experimentId() + "/runs/" + place.runId()));
    }

    /** Mirrors nowhere from now on. What waits is sent when a server is named again. */
    @Override
    public synchronized void close() {
        Mirrored now = mirrored;
        mirrored = null;
        if (now != null) {
            now.queue().close();
        }
    }
}
