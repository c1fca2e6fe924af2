package dev.watchkeeper.engine.assistant.model;

/** A language model did not answer; the message is one sentence for the user, without any secret. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    public ModelException(String message) {
        super(message);
    }
}
