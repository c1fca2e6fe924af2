package dev.watchkeeper.engine.model;

/**
 * How often a detector spoke on validation, where it was asked to speak at a rate.
 *
 * @param requestedPerDay how many samples of normal operation a day were to score as high; more than 0
 * @param observed how many samples did
 */
public record RateCheck(double requestedPerDay, long observed) {
    /** @throws IllegalArgumentException when the rate is not more than 0 and finite, or the number negative */
    public RateCheck {
        if (!(requestedPerDay > 0 && requestedPerDay < Double.POSITIVE_INFINITY) || observed < 0) {
            throw new IllegalArgumentException(
                    "requested rate " + requestedPerDay + " or observed number " + observed + " is out of range");
        }
    }
}
