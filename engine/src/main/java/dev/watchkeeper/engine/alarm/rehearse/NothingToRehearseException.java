package dev.watchkeeper.engine.alarm.rehearse;

/** There is no past that a rule could be tried on. The message is a sentence for the operator that says what to do. */
public final class NothingToRehearseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NothingToRehearseException(String sentence) {
        super(sentence);
    }
}
