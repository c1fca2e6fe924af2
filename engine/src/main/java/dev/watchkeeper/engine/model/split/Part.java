package dev.watchkeeper.engine.model.split;

/** What a stretch of history is used for. In the order in which the parts follow each other in time. */
public enum Part {
    /** Models, scalers and baselines are fitted on it. */
    TRAINING,
    /** Models are measured on it, and what is chosen is chosen on it. */
    VALIDATION,
    /** A model that is finished is measured on it, once. */
    TEST;

    /** The word in a sentence, such as {@code training}. */
    public String word() {
        return switch (this) {
            case TRAINING -> "training";
            case VALIDATION -> "validation";
            case TEST -> "test";
        };
    }
}
