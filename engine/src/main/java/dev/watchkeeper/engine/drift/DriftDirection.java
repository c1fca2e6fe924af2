package dev.watchkeeper.engine.drift;

/** Which way a feature has moved. */
public enum DriftDirection {
    /** By less than can be told. */
    UNMOVED("unmoved"),
    /** The feature's level rose. */
    ROSE("rose"),
    /** The feature's level fell. */
    FELL("fell"),
    /** The sensor varies more than it did, or the feature itself does. */
    WIDER("wider"),
    /** The sensor varies less than it did, or the feature itself does. */
    NARROWER("narrower");

    private final String label;

    DriftDirection(String label) {
        this.label = label;
    }

    /** The word for it within a sentence. */
    public String label() {
        return label;
    }
}
