package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.signal.SensorId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Names an episode; derived from what it is about, so that working through the same readings again names the same. */
public record DetectionId(String value) {
    private static final int BYTES = 10;

    /** @throws IllegalArgumentException when the text is blank */
    public DetectionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("detection id is blank");
        }
    }

    /** The id of the episode that a rule opened on a sensor at a moment. */
    public static DetectionId of(String rule, SensorId sensor, Instant openedAt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(rule.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sensor.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(ByteBuffer.allocate(Long.BYTES)
                    .putLong(openedAt.toEpochMilli())
                    .array());
            return new DetectionId(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
