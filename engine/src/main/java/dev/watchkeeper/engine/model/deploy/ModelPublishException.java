package dev.watchkeeper.engine.model.deploy;

import org.jspecify.annotations.Nullable;

/** An update did not reach the detection job; the message says in one sentence why, and what to do. */
public final class ModelPublishException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelPublishException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
