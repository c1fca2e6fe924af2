package dev.watchkeeper.engine.secret;

import org.jspecify.annotations.Nullable;

/** Secrets cannot be kept or read; the message says why and what to do, and holds no secret. */
public final class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
