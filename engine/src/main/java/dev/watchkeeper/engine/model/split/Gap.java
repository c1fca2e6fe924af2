package dev.watchkeeper.engine.model.split;

import java.time.Duration;

/**
 * What lies between two parts. First the embargo: nothing of it is used, since what went on at the end of the part before
 * may go on in it. Then the purge gap: windows of the part behind it may reach back into it and thereby never into the part
 * before it (López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 7).
 *
 * @param embargo at least 0
 * @param purge at least as long as the longest window; at least 0
 */
public record Gap(Duration embargo, Duration purge) {
    public static final Gap NONE = new Gap(Duration.ZERO, Duration.ZERO);

    /** @throws IllegalArgumentException when a length is negative */
    public Gap {
        if (embargo.isNegative() || purge.isNegative()) {
            throw new IllegalArgumentException("embargo " + embargo + " or purge gap " + purge + " is negative");
        }
    }

    /** Embargo and purge gap together. */
    public Duration length() {
        return embargo.plus(purge);
    }
}
