package dev.watchkeeper.engine.model.deploy;

/** A model that nothing can be judged by; the message says in one sentence why. */
public final class UnusableModelException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableModelException(String sentence) {
        super(sentence);
    }

    UnusableModelException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
