package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.wire.EndOfRun;
import dev.watchkeeper.engine.wire.ReadingRecord;
import dev.watchkeeper.engine.wire.StreamRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to its asset: a reading, the end mark of a replay, a chunk of a model, or an update of a rule. A Flink POJO, which is why its
 * fields are public and can be written.
 */
public final class Incoming {
    public String asset = "";
    /** Empty where it is no reading. */
    public String sensor = "";
    /** Empty where it is no end mark. */
    public String run = "";
    /** Empty where it is no chunk of a model. */
    public byte[] model = {};
    /** Empty where it is no update of a rule. */
    public byte[] rule = {};

    public long timeMillis;
    public double value;
    /** The name of a {@link Quality}. */
    public String quality = Quality.GOOD.name();

    public int partition;
    public long offset;
    /** Processing time at which the asset got it; set there. */
    public long arrivedMillis;

    /** For Flink. */
    public Incoming() {}

    static Incoming of(StreamRecord record, int partition, long offset) {
        Incoming incoming = new Incoming();
        incoming.asset = record.asset().value();
        incoming.partition = partition;
        incoming.offset = offset;
        if (record instanceof ReadingRecord readingRecord) {
            Reading reading = readingRecord.reading();
            incoming.sensor = reading.sensor().name();
            incoming.timeMillis = reading.time().toEpochMilli();
            incoming.value = reading.value();
            incoming.quality = reading.quality().name();
        } else if (record instanceof EndOfRun end) {
            incoming.run = end.run();
        }
        return incoming;
    }

    static Incoming model(AssetId asset, RawRecord record) {
        Incoming incoming = new Incoming();
        incoming.asset = asset.value();
        incoming.model = record.value;
        incoming.partition = record.partition;
        incoming.offset = record.offset;
        return incoming;
    }

    static Incoming rule(AssetId asset, RawRecord record) {
        Incoming incoming = new Incoming();
        incoming.asset = asset.value();
        incoming.rule = record.value;
        incoming.partition = record.partition;
        incoming.offset = record.offset;
        return incoming;
    }

    boolean isRule() {
        return rule.length > 0;
    }

    boolean isModel() {
        return model.length > 0;
    }

    boolean isEndMark() {
        return !run.isEmpty();
    }

    Reading toReading() {
        return new Reading(
                SensorId.of(asset, sensor), Instant.ofEpochMilli(timeMillis), value, Quality.valueOf(quality));
    }

    /** A copy that shares nothing. */
    Incoming copy() {
        Incoming copy = new Incoming();
        copy.asset = asset;
        copy.sensor = sensor;
        copy.run = run;
        copy.model = model;
        copy.rule = rule;
        copy.timeMillis = timeMillis;
        copy.value = value;
        copy.quality = quality;
        copy.partition = partition;
        copy.offset = offset;
        copy.arrivedMillis = arrivedMillis;
        return copy;
    }

    /** By event time, and as they came where that is equal. */
    static int inTime(Incoming a, Incoming b) {
        int byTime = Long.compare(a.timeMillis, b.timeMillis);
        if (byTime != 0) {
            return byTime;
        }
        int byPartition = Integer.compare(a.partition, b.partition);
        return byPartition != 0 ? byPartition : Long.compare(a.offset, b.offset);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Incoming that
                && partition == that.partition
                && offset == that.offset
                && asset.equals(that.asset);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(offset) + partition;
    }
}
