package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.rule.RuleWatches;
import dev.watchkeeper.engine.signal.AssetId;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps {@link RuleWatches} in Flink's state as their own versioned snapshot. */
final class RuleWatchesSerializer extends SnapshotSerializer<RuleWatches> {
    private static final long serialVersionUID = 1L;
    static final RuleWatchesSerializer INSTANCE = new RuleWatchesSerializer();

    @Override
    public RuleWatches createInstance() {
        return new RuleWatches(new AssetId("none"));
    }

    @Override
    public RuleWatches copy(RuleWatches from) {
        return from.copy();
    }

    @Override
    byte[] snapshot(RuleWatches watches) {
        return watches.snapshot();
    }

    @Override
    RuleWatches restore(byte[] snapshot) {
        return RuleWatches.restore(snapshot);
    }

    @Override
    public TypeSerializerSnapshot<RuleWatches> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RuleWatches> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
