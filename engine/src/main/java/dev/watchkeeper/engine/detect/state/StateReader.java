package dev.watchkeeper.engine.detect.state;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Reads what a {@link StateWriter} wrote, in the same order. Every method throws {@link UnreadableStateException} when
 * the bytes end too early or cannot be what is asked for. Not thread-safe.
 */
public final class StateReader {
    private final String kind;
    private final ByteBuffer bytes;
    private final int version;

    /**
     * @param magic the four characters that the snapshot must begin with
     * @param newest the newest version that the caller can read; the oldest is 1
     * @throws UnreadableStateException when the bytes are of another kind or of an unknown version
     */
    public StateReader(byte[] snapshot, String magic, int newest) {
        kind = magic;
        bytes = ByteBuffer.wrap(snapshot);
        int found = getInt();
        if (found != magicOf(magic)) {
            throw new UnreadableStateException("not a " + magic + " snapshot: it begins with 0x"
                    + Integer.toHexString(found) + " and holds " + snapshot.length + " bytes");
        }
        version = get(() -> (int) bytes.getShort());
        if (version < 1 || version > newest) {
            throw new UnreadableStateException(
                    "a " + magic + " snapshot of version " + version + " is unknown here; known are 1 to " + newest);
        }
    }

    static int magicOf(String magic) {
        byte[] ascii = magic.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length != Integer.BYTES) {
            throw new IllegalArgumentException("a snapshot's name has four characters: " + magic);
        }
        return ByteBuffer.wrap(ascii).getInt();
    }

    public int version() {
        return version;
    }

    public int getInt() {
        return get(bytes::getInt);
    }

    public long getLong() {
        return get(bytes::getLong);
    }

    public double getDouble() {
        return get(bytes::getDouble);
    }

    public boolean getBoolean() {
        return get(bytes::get) != 0;
    }

    /**
     * Fills the beginning of an array.
     *
     * @return how many values there were
     */
    public int getFloats(float[] target) {
        int length = length(target.length);
        return get(() -> {
            bytes.asFloatBuffer().get(target, 0, length);
            bytes.position(bytes.position() + length * Float.BYTES);
            return length;
        });
    }

    /**
     * Fills the beginning of an array.
     *
     * @return how many values there were
     */
    public int getInts(int[] target) {
        int length = length(target.length);
        for (int i = 0; i < length; i++) {
            target[i] = getInt();
        }
        return length;
    }

    /** Fills an array of exactly the length that was written. */
    public void getDoubles(double[] target) {
        exactly(target.length);
        for (int i = 0; i < target.length; i++) {
            target[i] = getDouble();
        }
    }

    /** Fills an array of exactly the length that was written. */
    public void getLongs(long[] target) {
        exactly(target.length);
        for (int i = 0; i < target.length; i++) {
            target[i] = getLong();
        }
    }

    public byte[] getBytes() {
        byte[] value = new byte[length(bytes.remaining())];
        bytes.get(value);
        return value;
    }

    /** What {@link StateWriter#putText} wrote. */
    public String getText() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Must be the last thing that is read.
     *
     * @throws UnreadableStateException when bytes are left over
     */
    public void end() {
        if (bytes.hasRemaining()) {
            throw new UnreadableStateException(kind + " snapshot has " + bytes.remaining() + " bytes too many");
        }
    }

    private int length(int most) {
        int length = getInt();
        if (length < 0 || length > most) {
            throw new UnreadableStateException(
                    kind + " snapshot tells of " + length + " values where at most " + most + " can be");
        }
        return length;
    }

    private void exactly(int expected) {
        int length = length(expected);
        if (length != expected) {
            throw new UnreadableStateException(
                    kind + " snapshot holds " + length + " numbers where " + expected + " belong");
        }
    }

    private <T> T get(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BufferUnderflowException e) {
            throw new UnreadableStateException(kind + " snapshot is cut short", e);
        }
    }
}
