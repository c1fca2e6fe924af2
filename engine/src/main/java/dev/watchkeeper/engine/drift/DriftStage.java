package dev.watchkeeper.engine.drift;

/** How sure it is that a feature has moved away from its reference; each stage is worse than the one before. */
public enum DriftStage {
    /** As in the reference. */
    STEADY,
    /** Some statistic is past its limit. May be an anomaly that passes; nobody is told. */
    CHANGED,
    /** Past a limit for so long that it is no anomaly that passes: the operator is told, a policy may retrain. */
    DRIFTING
}
