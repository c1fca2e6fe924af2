package dev.watchkeeper.engine.knowledge.document;

/** A document cannot be read. The message is a sentence for the operator: what is the matter, and what to do. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableDocument(String sentence) {
        super(sentence);
    }

    public UnreadableDocument(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
