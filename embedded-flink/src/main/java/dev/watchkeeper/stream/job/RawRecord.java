package dev.watchkeeper.stream.job;

/** A record as it came from Kafka: its value (empty where it had none) and where it lies. A Flink POJO. */
public final class RawRecord {
    public byte[] value = {};
    public int partition;
    public long offset;

    /** For Flink. */
    public RawRecord() {}

    public RawRecord(byte[] value, int partition, long offset) {
        this.value = value;
        this.partition = partition;
        this.offset = offset;
    }
}
