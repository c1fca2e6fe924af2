package dev.watchkeeper.stream.job;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Keeps an object as a snapshot of itself, whose bytes carry their own version. */
abstract class SnapshotSerializer<T> extends MutableStateSerializer<T> {
    private static final long serialVersionUID = 1L;

    abstract byte[] snapshot(T object);

    abstract T restore(byte[] snapshot);

    @Override
    public void serialize(T object, DataOutputView out) throws IOException {
        byte[] snapshot = snapshot(object);
        out.writeInt(snapshot.length);
        out.write(snapshot);
    }

    @Override
    public T deserialize(DataInputView in) throws IOException {
        byte[] snapshot = new byte[in.readInt()];
        in.readFully(snapshot);
        return restore(snapshot);
    }
}
