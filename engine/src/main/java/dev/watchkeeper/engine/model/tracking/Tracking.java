package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.AssetId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps book of trainings: an experiment for each asset, in it a run for each training, and which versions of its model are
 * champion and challenger. Thread-safe. Answers come from the local store and what is written is in it when a method returns;
 * no method waits for a server. What is written about a run appears at a server in the order of writing.
 *
 * <p>Every method that names a run throws {@link IllegalArgumentException} when there is no such run.
 */
public interface Tracking {
    /** Begins a run. */
    RunId start(RunStart start);

    /**
     * Adds parameters.
     *
     * @param params by name, as {@link TrackedNames} allows them
     * @throws IllegalArgumentException when a parameter is not allowed or has another value already
     */
    void logParams(RunId run, Map<String, String> params);

    /** Adds points to the run's metric curves. */
    void logMetrics(RunId run, List<MetricPoint> points);

    /** Adds a file, in place of one of the same path. */
    void logArtefact(RunId run, Artefact artefact);

    /** Tells what goes into the run's model and what comes out. */
    void logSignature(RunId run, ModelSignature signature);

    /**
     * Ends a run. A run that has ended already stays as it is.
     *
     * @throws IllegalArgumentException when the status is {@link RunStatus#RUNNING}
     */
    void finish(RunId run, RunStatus status, Instant at);

    /**
     * Makes the run's model a version of its asset's registered model. Done again, it changes nothing.
     *
     * @throws IllegalArgumentException when another run made the version of this number
     */
    void register(RunId run);

    /**
     * Gives a version an alias, which no other version of the asset then has.
     *
     * @throws IllegalArgumentException when there is no such registered version
     */
    void setAlias(AssetId asset, ModelAlias alias, int modelNumber);

    /** Takes an alias away from whichever version has it. */
    void deleteAlias(AssetId asset, ModelAlias alias);

    /** All runs of an asset, the newest first. */
    List<TrackedRun> runs(AssetId asset);

    Optional<TrackedRun> find(RunId run);

    /** All points of a run by metric, each curve sorted by step and time. */
    Map<String, List<MetricPoint>> curves(RunId run);

    /** The file of a run at a path; empty when there is none. */
    Optional<Artefact> artefact(RunId run, String path);

    /** Where a person can look at the run at a server; empty when it is nowhere but here, or not there yet. */
    Optional<URI> link(RunId run);
}
