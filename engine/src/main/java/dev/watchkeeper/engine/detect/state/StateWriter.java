package dev.watchkeeper.engine.detect.state;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a snapshot: big-endian, without padding, after a four-byte name and a version. Not thread-safe.
 *
 * @see StateReader
 */
public final class StateWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /**
     * Begins a snapshot.
     *
     * @param magic four ASCII characters that name the kind of snapshot
     */
    public StateWriter(String magic, int version) {
        put(() -> {
            out.writeInt(StateReader.magicOf(magic));
            out.writeShort(version);
        });
    }

    public void putInt(int value) {
        put(() -> out.writeInt(value));
    }

    public void putLong(long value) {
        put(() -> out.writeLong(value));
    }

    public void putDouble(double value) {
        put(() -> out.writeDouble(value));
    }

    public void putBoolean(boolean value) {
        put(() -> out.writeBoolean(value));
    }

    /** The first {@code length} values, after their number. */
    public void putFloats(float[] values, int length) {
        put(() -> {
            ByteBuffer block = ByteBuffer.allocate(length * Float.BYTES);
            block.asFloatBuffer().put(values, 0, length);
            out.writeInt(length);
            out.write(block.array());
        });
    }

    /** All values, after their number. */
    public void putDoubles(double[] values) {
        put(() -> {
            out.writeInt(values.length);
            for (double value : values) {
                out.writeDouble(value);
            }
        });
    }

    /** All values, after their number. */
    public void putInts(int[] values) {
        put(() -> {
            out.writeInt(values.length);
            for (int value : values) {
                out.writeInt(value);
            }
        });
    }

    /** All values, after their number. */
    public void putLongs(long[] values) {
        put(() -> {
            out.writeInt(values.length);
            for (long value : values) {
                out.writeLong(value);
            }
        });
    }

    /** Bytes after their number, such as a snapshot inside this one. */
    public void putBytes(byte[] value) {
        put(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    /** Text of any length, in UTF-8. */
    public void putText(String value) {
        putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void put(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }
}
