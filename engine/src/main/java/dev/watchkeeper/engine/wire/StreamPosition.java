package dev.watchkeeper.engine.wire;

/** How far a partition of a topic has been read: the offset of the record that comes next. */
public record StreamPosition(String topic, int partition, long nextOffset) {}
