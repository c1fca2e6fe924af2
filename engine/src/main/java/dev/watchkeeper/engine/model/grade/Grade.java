package dev.watchkeeper.engine.model.grade;

/** How far a sensor's data can carry a model; best first. */
public enum Grade {
    /** Nothing to complain of. */
    A,
    /** Usable; something should be known. */
    B,
    /** Usable with care: detections may be late or false. */
    C,
    /** A model of this sensor is hardly worth having. */
    D;

    public Grade worse(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
