package dev.watchkeeper.engine.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A password, token or key. It shows itself only to who asks with {@link #reveal}: as text it is a row of dots, as JSON it
 * is empty, and it is read from JSON as none, so that neither a log nor an export can hold it. Immutable.
 */
public final class Secret {
    /** No secret at all. */
    public static final Secret NONE = new Secret("");

    private static final String MASK = "••••••";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** A secret of this text; {@link #NONE} of an empty one. */
    public static Secret of(String value) {
        return value.isEmpty() ? NONE : new Secret(value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Secret unread(String ignored) {
        // Whatever stands in a file, it is no secret of ours: those come from a SecretStore.
        return NONE;
    }

    @JsonValue
    String unwritten() {
        return "";
    }

    /** The secret itself: to be handed to what needs it, not to be kept. */
    public String reveal() {
        return value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Compares in the same time wherever the two differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return isEmpty() ? "" : MASK;
    }
}
