package dev.watchkeeper.engine.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of a record, at most {@link #MOST_BYTES}, for a look into what was rejected. Immutable. */
public final class RecordHead {
    /** How many bytes are kept. */
    public static final int MOST_BYTES = 1_024;

    private final byte[] bytes;

    private RecordHead(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a record's bytes, however many they are. */
    public static RecordHead of(byte[] record) {
        return new RecordHead(Arrays.copyOf(record, Math.min(record.length, MOST_BYTES)));
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** As text in UTF-8, with a replacement character where it is none. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordHead that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
