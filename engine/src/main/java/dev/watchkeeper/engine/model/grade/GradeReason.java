package dev.watchkeeper.engine.model.grade;

/**
 * Why a sensor is not graded A.
 *
 * @param grade the best grade that this leaves
 * @param sentence for an engineer
 */
public record GradeReason(Kind kind, Grade grade, String sentence) {
    /** What is wrong with the data. */
    public enum Kind {
        LITTLE_HISTORY,
        FEW_READINGS,
        GAPS,
        IRREGULAR,
        STUCK,
        CONSTANT,
        COARSE,
        NOISY,
        OUTLIERS,
        BAD_QUALITY,
        LATE,
        DUPLICATES
    }

    /** @throws IllegalArgumentException when the sentence is blank */
    public GradeReason {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a reason of kind " + kind + " has no sentence");
        }
    }
}
