package dev.watchkeeper.stream.ingest;

import java.time.Duration;
import java.time.Instant;

/** How fast a recording is sent: as a multiple of the pace at which it was recorded. */
public record Pace(double times) {
    /** As fast as it goes. */
    public static final Pace MAX = new Pace(Double.POSITIVE_INFINITY);
    /** As it was recorded. */
    public static final Pace REAL = new Pace(1);

    /** @throws IllegalArgumentException when the multiple is not positive */
    public Pace {
        if (!(times > 0)) {
            throw new IllegalArgumentException("a replay runs at a multiple above 0 of the real pace, not " + times);
        }
    }

    /**
     * How long after the first reading one is due.
     *
     * @param first event time of the first reading
     * @param reading event time of the one that is asked about
     */
    public Duration dueAfter(Instant first, Instant reading) {
        if (times == Double.POSITIVE_INFINITY || !reading.isAfter(first)) {
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) (Duration.between(first, reading).toMillis() / times));
    }
}
