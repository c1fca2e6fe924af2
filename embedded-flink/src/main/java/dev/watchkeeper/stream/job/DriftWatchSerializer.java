package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.drift.DriftWatch;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link DriftWatch} in Flink's state as its own versioned snapshot. */
final class DriftWatchSerializer extends SnapshotSerializer<DriftWatch> {
    private static final long serialVersionUID = 1L;
    static final DriftWatchSerializer INSTANCE = new DriftWatchSerializer();

    /** Null: there is no watch without a reference, and nothing is reused. */
    @Override
    public @Nullable DriftWatch createInstance() {
        return null;
    }

    @Override
    public DriftWatch copy(DriftWatch from) {
        return from.copy();
    }

    @Override
    byte[] snapshot(DriftWatch watch) {
        return watch.snapshot();
    }

    @Override
    DriftWatch restore(byte[] snapshot) {
        return DriftWatch.restore(snapshot);
    }

    @Override
    public TypeSerializerSnapshot<DriftWatch> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DriftWatch> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
