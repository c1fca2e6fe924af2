package dev.watchkeeper.engine.label;

/** What a person says that an alarm or a span of time was. */
public enum LabelKind {
    /** Something was really wrong. */
    TRUE_ANOMALY,
    /** Normal operation. */
    NOT_AN_ANOMALY,
    /** People worked on the asset; says nothing about the detector, and nothing is to be learned from it. */
    MAINTENANCE,
    /** Looked at, and cannot be told. */
    UNKNOWN;

    /** Whether the answer says that the detector was right or wrong. */
    public boolean judges() {
        return this == TRUE_ANOMALY || this == NOT_AN_ANOMALY;
    }
}
