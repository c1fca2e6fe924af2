package dev.watchkeeper.engine.model.tracking.mlflow;

/** Something kept a request from succeeding. The message is one sentence for the operator, with what to do. */
final class MlflowFailure extends Exception {
    /** The code of a failure in which nothing was heard in time. */
    static final String SILENCE = "SILENCE";

    private static final long serialVersionUID = 1;

    /** What the failure keeps from being sent. */
    enum Reach {
        /** Everything, until the server is well. */
        SERVER,
        /** What is about the same asset, until the server is well. */
        ASSET,
        /** This one change: the server will not take it as it is. */
        CHANGE
    }

    private final Reach reach;
    private final int status;
    private final String code;

    MlflowFailure(Reach reach, String sentence) {
        this(reach, 0, "", sentence);
    }

    /**
     * A failure that the server itself tells of.
     *
     * @param status of HTTP
     * @param code MLflow's own, such as {@code RESOURCE_DOES_NOT_EXIST}; empty where the answer had none
     */
    MlflowFailure(Reach reach, int status, String code, String sentence) {
        super(sentence);
        this.reach = reach;
        this.status = status;
        this.code = code;
    }

    Reach reach() {
        return reach;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    int status() {
        return status;
    }

    boolean isCode(String expected) {
        return code.equals(expected);
    }

    MlflowFailure reaching(Reach other) {
        return new MlflowFailure(other, status, code, sentence());
    }
}
