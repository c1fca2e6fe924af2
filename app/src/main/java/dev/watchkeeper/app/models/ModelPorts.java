package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.tracking.Tracking;
import dev.watchkeeper.engine.model.tracking.mlflow.MirrorStatus;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the screen of models needs of the engine.
 *
 * @param mirror how it stands with the MLflow server; empty where none is configured
 */
public record ModelPorts(
        Models models, Tracking tracking, DriftHistory drift, Supplier<Optional<MirrorStatus>> mirror) {}
