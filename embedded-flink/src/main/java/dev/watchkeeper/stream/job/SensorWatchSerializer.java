package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.signal.SensorId;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps a {@link SensorWatch} in Flink's state as its own versioned snapshot. */
final class SensorWatchSerializer extends SnapshotSerializer<SensorWatch> {
    private static final long serialVersionUID = 1L;
    static final SensorWatchSerializer INSTANCE = new SensorWatchSerializer();

    @Override
    public SensorWatch createInstance() {
        return new SensorWatch(SensorId.of("none", "none"), Sensitivity.NORMAL);
    }

    @Override
    public SensorWatch copy(SensorWatch from) {
        return from.copy();
    }

    @Override
    byte[] snapshot(SensorWatch watch) {
        return watch.snapshot();
    }

    @Override
    SensorWatch restore(byte[] snapshot) {
        return SensorWatch.restore(snapshot);
    }

    @Override
    public TypeSerializerSnapshot<SensorWatch> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SensorWatch> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
