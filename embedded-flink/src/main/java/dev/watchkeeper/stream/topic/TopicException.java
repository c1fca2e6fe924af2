package dev.watchkeeper.stream.topic;

import org.jspecify.annotations.Nullable;

/** A topic could not be made, read or written; the message names it and the broker. */
public final class TopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopicException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
