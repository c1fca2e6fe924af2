package dev.watchkeeper.engine.model.tracking;

import java.util.UUID;

/** Names a run, whatever server it is mirrored to. */
public record RunId(String value) {
    /** @throws IllegalArgumentException when the text is not 32 hexadecimal digits in lower case */
    public RunId {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("run id is not 32 hexadecimal digits: " + value);
        }
    }

    /** One that no other run has. */
    public static RunId unique() {
        return new RunId(UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
