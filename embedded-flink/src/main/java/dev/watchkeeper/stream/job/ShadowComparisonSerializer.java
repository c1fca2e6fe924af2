package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.model.deploy.ShadowComparison;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps a {@link ShadowComparison} in Flink's state as its own versioned snapshot. */
final class ShadowComparisonSerializer extends SnapshotSerializer<ShadowComparison> {
    private static final long serialVersionUID = 1L;
    static final ShadowComparisonSerializer INSTANCE = new ShadowComparisonSerializer();

    @Override
    public ShadowComparison createInstance() {
        Contender none = new Contender(1, Sensitivity.NORMAL);
        return new ShadowComparison(new AssetId("none"), none, none, List.of());
    }

    @Override
    public ShadowComparison copy(ShadowComparison from) {
        return from.copy();
    }

    @Override
    byte[] snapshot(ShadowComparison comparison) {
        return comparison.snapshot();
    }

    @Override
    ShadowComparison restore(byte[] snapshot) {
        return ShadowComparison.restore(snapshot);
    }

    @Override
    public TypeSerializerSnapshot<ShadowComparison> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ShadowComparison> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
