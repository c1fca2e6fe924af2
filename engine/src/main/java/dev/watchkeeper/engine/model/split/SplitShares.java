package dev.watchkeeper.engine.model.split;

/** The shares of a span that the parts of a split get, gaps set aside. They add up to 1. */
public record SplitShares(double train, double validation, double test) {
    /** Three fifths for training, one fifth each for validation and test. */
    public static final SplitShares USUAL = new SplitShares(0.6, 0.2, 0.2);

    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException when a share is not more than 0, or they do not add up to 1 */
    public SplitShares {
        boolean positive = train > 0 && validation > 0 && test > 0;
        if (!positive || !(Math.abs(train + validation + test - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "shares must be more than 0 and add up to 1: " + train + ", " + validation + ", " + test);
        }
    }
}
