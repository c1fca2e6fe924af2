package dev.watchkeeper.app.models;

import java.time.Duration;
import java.time.Instant;

/** How much of a drift curve is drawn. */
enum DriftPeriod {
    HOURS("6 h", Duration.ofHours(6)),
    DAY("1 d", Duration.ofDays(1)),
    WEEK("7 d", Duration.ofDays(7)),
    MONTH("30 d", Duration.ofDays(30)),
    QUARTER("90 d", Duration.ofDays(90));

    /** This share of the curve at the most lies after the beginning of the drift. */
    private static final double AFTER = 0.75;

    private final String label;
    private final Duration length;

    DriftPeriod(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    String label() {
        return label;
    }

    Duration length() {
        return length;
    }

    /** The shortest that shows some time before a drift began. */
    static DriftPeriod showing(Instant since, Instant now) {
        for (DriftPeriod period : values()) {
            if (Duration.between(since, now).toMillis() <= AFTER * period.length.toMillis()) {
                return period;
            }
        }
        return QUARTER;
    }
}
