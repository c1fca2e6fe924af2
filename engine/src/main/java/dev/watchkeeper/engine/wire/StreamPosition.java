package dev.watchkeeper.engine.wire;

/** How far a partition of a topic has been read: the offset of the record that is read next. */
public record StreamPosition(String topic, int partition, long nextOffset) {
    /** @throws IllegalArgumentException when the topic is blank or a number negative */
    public StreamPosition {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("topic is blank");
        }
        if (partition < 0 || nextOffset < 0) {
            throw new IllegalArgumentException(
                    "partition and next offset of " + topic + " are negative: " + partition + ", " + nextOffset);
        }
    }
}
