package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps runs and every change to them. Thread-safe; what is written survives the end of the process, and a change stands in
 * the book with all that it brings about or not at all.
 */
public interface RunBook {
    /**
     * Writes changes, in their order, together.
     *
     * @throws IllegalArgumentException when a change is about a run that is not there, or registers a number of which the
     *     asset has a version already
     */
    void write(List<? extends RunChange> changes);

    /** Keeps a file of a run, in place of one of the same path, and writes that change. */
    void write(RunId run, Artefact artefact);

    /** All runs of an asset, the newest first. */
    List<TrackedRun> runs(AssetId asset);

    Optional<TrackedRun> find(RunId run);

    /** The run that made a registered version. */
    Optional<RunId> registered(AssetId asset, int modelNumber);

    /** All points of a run by metric, each curve sorted by step and time. */
    Map<String, List<MetricPoint>> curves(RunId run);

    Optional<Artefact> artefact(RunId run, String path);
}
