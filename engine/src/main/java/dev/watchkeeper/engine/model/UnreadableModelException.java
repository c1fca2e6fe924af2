package dev.watchkeeper.engine.model;

import java.io.IOException;

/** Bytes that are no model that can be read here. The message is one sentence. */
public final class UnreadableModelException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What is the matter with the bytes. */
    public enum Reason {
        /** They are not a model at all. */
        FOREIGN,
        /** They were written by a newer program. */
        NEWER,
        /** They are a model, but not as it was written. */
        DAMAGED,
        TOO_LARGE
    }

    UnreadableModelException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    UnreadableModelException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The same, with the place that the bytes came from in front. */
    UnreadableModelException from(String place) {
        return new UnreadableModelException(reason, place + ": " + getMessage(), this);
    }
}
