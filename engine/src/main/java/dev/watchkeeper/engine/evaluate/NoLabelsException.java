package dev.watchkeeper.engine.evaluate;

/** A file of which nothing says where it is abnormal; the message tells people what was looked for. */
public final class NoLabelsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoLabelsException(String sentence) {
        super(sentence);
    }
}
