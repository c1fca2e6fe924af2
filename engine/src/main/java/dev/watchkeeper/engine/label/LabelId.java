package dev.watchkeeper.engine.label;

/** Names what a label is about; derived from it, so that one thing has at most one label that counts. */
public record LabelId(String value) implements Comparable<LabelId> {
    /** @throws IllegalArgumentException when the text is blank */
    public LabelId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("label id is blank");
        }
    }

    @Override
    public int compareTo(LabelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
