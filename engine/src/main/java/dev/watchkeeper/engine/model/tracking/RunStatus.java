package dev.watchkeeper.engine.model.tracking;

/** How a run stands. The names are those of MLflow. */
public enum RunStatus {
    RUNNING,
    FINISHED,
    /** It ended without a model because something went wrong. */
    FAILED,
    /** It was cancelled. */
    KILLED
}
