package dev.watchkeeper.engine.evaluate;

/** What a missed window and a false alarm cost beside a window found at once, which is worth 1. */
public enum NabProfile {
    STANDARD(0.11, 1),
    LOW_FALSE_POSITIVES(0.22, 1),
    LOW_FALSE_NEGATIVES(0.11, 2);

    private final double falsePositive;
    private final double falseNegative;

    NabProfile(double falsePositive, double falseNegative) {
        this.falsePositive = falsePositive;
        this.falseNegative = falseNegative;
    }

    double falsePositive() {
        return falsePositive;
    }

    double falseNegative() {
        return falseNegative;
    }
}
