package dev.watchkeeper.stream.job;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Keeps {@link FirstReadings} in Flink's state; the bytes carry their own version. */
final class FirstReadingsSerializer extends MutableStateSerializer<FirstReadings> {
    private static final long serialVersionUID = 1L;
    static final FirstReadingsSerializer INSTANCE = new FirstReadingsSerializer();

    @Override
    public FirstReadings createInstance() {
        return new FirstReadings();
    }

    @Override
    public FirstReadings copy(FirstReadings from) {
        return from.copy();
    }

    @Override
    public void serialize(FirstReadings readings, DataOutputView out) throws IOException {
        readings.write(out);
    }

    @Override
    public FirstReadings deserialize(DataInputView in) throws IOException {
        return FirstReadings.read(in);
    }

    @Override
    public TypeSerializerSnapshot<FirstReadings> snapshotConfiguration() {
        return new Snapshot();
    }

    /** For Flink, which makes it by its public constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<FirstReadings> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
