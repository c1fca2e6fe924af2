package dev.watchkeeper.engine.model.scale;

import dev.watchkeeper.engine.model.leakage.Fitted;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a sensor's values into spreads from its median, unmoved by single outliers.
 *
 * @param fittedOn from the first reading that it was learned from to just after the last
 * @param samples from how many readings, at least 1
 * @param median in the sensor's unit
 * @param spread the range between the 10 % and 90 % quantiles over 2.56, which is the standard deviation where values are
 *     normally distributed; in the sensor's unit, more than 0
 */
public record RobustScaler(SensorId sensor, TimeSpan fittedOn, long samples, double median, double spread)
        implements Fitted {
    private static final double SIGMAS = 2.56;
    /** Least spread as a share of the whole range, for signals that rest at one value most of the time. */
    private static final double FLOOR_OF_RANGE = 0.01;
    /** Least spread as a share of the largest value; below it a difference may be rounding. */
    private static final double FLOOR_OF_VALUE = 1e-6;

    /** @throws IllegalArgumentException when there is no sample, the median is not finite or the spread not more than 0 */
    public RobustScaler {
        if (samples < 1 || !Double.isFinite(median) || !(spread > 0 && spread < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scaler of " + sensor + " is not usable: samples " + samples
                    + ", median " + median + ", spread " + spread);
        }
    }

    /** A value in spreads from the median. */
    public double scale(double value) {
        return (value - median) / spread;
    }

    /** The value that is so many spreads from the median. */
    public double unscale(double scaled) {
        return median + scaled * spread;
    }

    @Override
    public String name() {
        return "the scaler of " + sensor;
    }

    /** Learns a scaler from readings in any order; memory does not grow (4,096 values are kept). Not thread-safe. */
    public static final class Fitter {
        private static final int CAPACITY = 4_096;

        private final SensorId sensor;
        private final ThinnedSample values = new ThinnedSample(CAPACITY);
        private @Nullable Instant first;
        private @Nullable Instant last;

        public Fitter(SensorId sensor) {
            this.sensor = sensor;
        }

        /** Takes in a reading. One that is not finite teaches nothing. */
        public void add(Instant time, double value) {
            if (!Double.isFinite(value)) {
                return;
            }
            values.add(value);
            first = first == null || time.isBefore(first) ? time : first;
            last = last == null || time.isAfter(last) ? time : last;
        }

        /** The scaler of all readings so far; empty when there was none. */
        public Optional<RobustScaler> fit() {
            Instant from = first;
            Instant to = last;
            if (from == null || to == null) {
                return Optional.empty();
            }
            double[] sorted = values.sorted();
            return Optional.of(new RobustScaler(
                    sensor,
                    new TimeSpan(from, to.plusMillis(1)),
                    values.seen(),
                    ThinnedSample.quantile(sorted, 0.5),
                    spread(sorted)));
        }

        private static double spread(double[] sorted) {
            double low = sorted[0];
            double high = sorted[sorted.length - 1];
            double middle = (ThinnedSample.quantile(sorted, 0.9) - ThinnedSample.quantile(sorted, 0.1)) / SIGMAS;
            double floor =
                    Math.max(FLOOR_OF_RANGE * (high - low), FLOOR_OF_VALUE * Math.max(Math.abs(low), Math.abs(high)));
            return Math.min(Double.MAX_VALUE, Math.max(Math.max(middle, floor), Double.MIN_NORMAL));
        }
    }
}
