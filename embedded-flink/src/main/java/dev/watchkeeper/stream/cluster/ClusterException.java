package dev.watchkeeper.stream.cluster;

import org.jspecify.annotations.Nullable;

/** A cluster did not start or did not take a job; the message says which and why. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
