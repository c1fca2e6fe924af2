/** Mirrors runs to an MLflow 2 server: a queue that survives outages and restarts, and what is sent for each change. */
@NullMarked
package dev.watchkeeper.engine.model.tracking.mlflow;

import org.jspecify.annotations.NullMarked;
