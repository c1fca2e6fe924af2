package dev.watchkeeper.engine.detect.limit;

import dev.watchkeeper.engine.detect.Score;

/** What a rule that a person set says of a sample. */
final class Rule {
    private Rule() {}

    /** A rule is broken or kept; nothing lies between, and no rarity is learned. */
    static Score score(boolean broken, double low, double high) {
        return new Score(false, broken ? 1 : 0, broken ? 0 : Double.POSITIVE_INFINITY, low, high);
    }
}
