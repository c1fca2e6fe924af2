package dev.watchkeeper.stream.job;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Keeps an {@link AssetIntake} in Flink's state; the bytes carry their own version. */
final class AssetIntakeSerializer extends MutableStateSerializer<AssetIntake> {
    private static final long serialVersionUID = 1L;
    static final AssetIntakeSerializer INSTANCE = new AssetIntakeSerializer();

    @Override
    public AssetIntake createInstance() {
        return new AssetIntake();
    }

    @Override
    public AssetIntake copy(AssetIntake from) {
        return from.copy();
    }

    @Override
    public void serialize(AssetIntake intake, DataOutputView out) throws IOException {
        intake.write(out);
    }

    @Override
    public AssetIntake deserialize(DataInputView in) throws IOException {
        return AssetIntake.read(in);
    }

    @Override
    public TypeSerializerSnapshot<AssetIntake> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AssetIntake> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
