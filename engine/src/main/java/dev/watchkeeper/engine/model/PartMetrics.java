package dev.watchkeeper.engine.model;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of a trained part on validation. What is really abnormal in validation counts as false alarm, too, so the
 * observed rates are upper bounds.
 *
 * @param measured how long was measured: the samples that counted, times the usual interval
 * @param samples how many samples counted
 * @param episodes how many episodes opened
 * @param rates first the rate that the sensitivity asks for, then looser ones, which a short validation can tell more of
 */
public record PartMetrics(Duration measured, long samples, int episodes, List<RateCheck> rates) {
    private static final double MILLIS_PER_DAY = 86_400_000;

    /** @throws IllegalArgumentException when a number is negative or there is no rate */
    public PartMetrics {
        rates = List.copyOf(rates);
        if (measured.isNegative() || samples < 0 || episodes < 0 || rates.isEmpty()) {
            throw new IllegalArgumentException("metrics are not usable: measured " + measured + ", samples " + samples
                    + ", episodes " + episodes + ", rates " + rates.size());
        }
    }

    public double days() {
        return measured.toMillis() / MILLIS_PER_DAY;
    }

    /** What the sensitivity asks for: samples of normal operation a day. */
    public double requestedPerDay() {
        return rates.get(0).requestedPerDay();
    }

    /** Samples a day that were as rare as the sensitivity asks for; empty when nothing was measured. */
    public OptionalDouble observedPerDay() {
        return perDay(rates.get(0).observed());
    }

    /** Empty when nothing was measured. */
    public OptionalDouble episodesPerDay() {
        return perDay(episodes);
    }

    private OptionalDouble perDay(long number) {
        return measured.isZero() ? OptionalDouble.empty() : OptionalDouble.of(number / days());
    }
}
