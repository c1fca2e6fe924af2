package dev.watchkeeper.engine.model.train;

/** There is no model, for a reason that the message tells the operator in one sentence. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingException(String sentence) {
        super(sentence);
    }
}
