package dev.watchkeeper.engine.detect.state;

/** A snapshot is of another kind, of an unknown version, or damaged; the message says which. */
public final class UnreadableStateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public UnreadableStateException(String message) {
        super(message);
    }

    public UnreadableStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
