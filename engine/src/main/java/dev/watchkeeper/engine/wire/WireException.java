package dev.watchkeeper.engine.wire;

/**
 * Bytes that are not a record of the kind that was expected. The message is one sentence for an operator.
 *
 * <p>Carries no stack trace: a source may send nothing but broken records, and each is answered with one of these.
 */
public final class WireException extends Exception {
    private final RejectionReason reason;

    public WireException(RejectionReason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    public RejectionReason reason() {
        return reason;
    }

    /** What went wrong, in one sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
