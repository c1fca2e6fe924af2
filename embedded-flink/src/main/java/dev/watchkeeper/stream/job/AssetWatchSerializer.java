package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps an {@link AssetWatch} in Flink's state as its own versioned snapshot. */
final class AssetWatchSerializer extends SnapshotSerializer<AssetWatch> {
    private static final long serialVersionUID = 1L;
    static final AssetWatchSerializer INSTANCE = new AssetWatchSerializer();

    @Override
    public AssetWatch createInstance() {
        SensorId none = SensorId.of("none", "none");
        return new AssetWatch(new AssetId("none"), List.of(none), Sensitivity.NORMAL);
    }

    @Override
    public AssetWatch copy(AssetWatch from) {
        return from.copy();
    }

    @Override
    byte[] snapshot(AssetWatch watch) {
        return watch.snapshot();
    }

    @Override
    AssetWatch restore(byte[] snapshot) {
        return AssetWatch.restore(snapshot);
    }

    @Override
    public TypeSerializerSnapshot<AssetWatch> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AssetWatch> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
