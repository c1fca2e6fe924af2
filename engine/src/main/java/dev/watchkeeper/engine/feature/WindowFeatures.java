package dev.watchkeeper.engine.feature;

import java.util.Arrays;

/**
 * The features of one sensor's window of readings; the same step for the stream, for training and for the services.
 *
 * <p>A reading without a usable value is NaN: it has its place in time, but counts as missing. A feature that a window
 * does not define is NaN: all but the count and the missing share of a window without values, the slope, kurtosis and
 * crest factor of a constant one or of a single value, the spectrum of one that is too short, too slow or has too many
 * gaps.
 *
 * <ul>
 *   <li>standard deviation: of the values themselves, divided by n
 *   <li>slope: of the least-squares line through values and times
 *   <li>kurtosis: fourth moment over the squared second, 3 for a normal distribution
 *   <li>crest factor: the largest distance from the mean over the standard deviation
 *   <li>missing share: of the readings that the usual interval, the median, lets expect from first to last
 *   <li>energies: mean square of what lies in an octave below the Nyquist frequency, in the squared unit of the sensor
 * </ul>
 */
public final class WindowFeatures {
    private static final double MILLIS = 1_000;
    /** Relative to the largest value, what rounding leaves of the deviation of equal values. */
    private static final double ROUNDING = 1e-12;

    private final long[] timeMillis;
    private final double[] values;
    private int count;
    private double mean = Double.NaN;
    private double deviation = Double.NaN;
    private double minimum = Double.NaN;
    private double maximum = Double.NaN;
    private double kurtosis = Double.NaN;
    private double slope = Double.NaN;

    private WindowFeatures(long[] timeMillis, double[] values) {
        this.timeMillis = timeMillis;
        this.values = values;
        extremes();
        if (count > 0) {
            moments();
        }
    }

    /**
     * Takes the features of a window.
     *
     * @param timeMillis event times, ascending
     * @param values one per time; NaN or infinite where nothing usable was measured
     * @return one number for each feature of the set, in its order
     * @throws IllegalArgumentException when the arrays differ in length, or the set names a feature that is not known
     */
    public static double[] of(FeatureSet set, long[] timeMillis, double[] values) {
        if (timeMillis.length != values.length) {
            throw new IllegalArgumentException(
                    "window has " + timeMillis.length + " times and " + values.length + " values");
        }
        WindowFeatures features = new WindowFeatures(timeMillis, values);
        double[] energies = set.features().stream().anyMatch(name -> name.startsWith("energy-"))
                ? Spectrum.octaves(values, features.mean, features.usualIntervalMillis(), features.missingShare())
                : new double[0];
        return set.features().stream()
                .mapToDouble(name -> features.feature(name, energies))
                .toArray();
    }

    private double feature(String name, double[] energies) {
        return switch (name) {
            case "count" -> count;
            case "mean" -> mean;
            case "standard-deviation" -> deviation;
            case "minimum" -> minimum;
            case "maximum" -> maximum;
            case "range" -> maximum - minimum;
            case "slope-per-second" -> slope;
            case "kurtosis" -> kurtosis;
            case "crest-factor" -> deviation > 0 ? Math.max(maximum - mean, mean - minimum) / deviation : Double.NaN;
            case "missing-share" -> missingShare();
            case "energy-below-eighth" -> energies[0];
            case "energy-eighth-to-quarter" -> energies[1];
            case "energy-quarter-to-half" -> energies[2];
            case "energy-above-half" -> energies[3];
            default -> throw new IllegalArgumentException("there is no feature " + name);
        };
    }

    private void extremes() {
        for (double value : values) {
            if (Double.isFinite(value)) {
                minimum = count == 0 ? value : Math.min(minimum, value);
                maximum = count == 0 ? value : Math.max(maximum, value);
                count++;
            }
        }
    }

    private void moments() {
        double sum = 0;
        double timeSum = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                sum += values[i] / count;
                timeSum += seconds(i) / count;
            }
        }
        mean = sum;
        double second = 0;
        double fourth = 0;
        double withTime = 0;
        double ofTime = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double off = values[i] - mean;
                double late = seconds(i) - timeSum;
                second += off * off / count;
                fourth += off * off * off * off / count;
                withTime += off * late;
                ofTime += late * late;
            }
        }
        boolean constant =
                minimum == maximum || Math.sqrt(second) < ROUNDING * Math.max(Math.abs(minimum), Math.abs(maximum));
        deviation = constant ? 0 : Math.sqrt(second);
        kurtosis = constant ? Double.NaN : fourth / (second * second);
        slope = ofTime == 0 ? Double.NaN : constant ? 0 : withTime / ofTime;
    }

    private double seconds(int i) {
        return (timeMillis[i] - timeMillis[0]) / MILLIS;
    }

    private double missingShare() {
        long usual = usualIntervalMillis();
        if (usual == 0) {
            return values.length == 0 ? 1 : 1 - (double) count / values.length;
        }
        long covered = timeMillis[timeMillis.length - 1] - timeMillis[0];
        double expected = Math.max(values.length, Math.rint((double) covered / usual) + 1);
        return 1 - count / expected;
    }

    private long usualIntervalMillis() {
        if (timeMillis.length < 2) {
            return 0;
        }
        long[] intervals = new long[timeMillis.length - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = timeMillis[i + 1] - timeMillis[i];
        }
        Arrays.sort(intervals);
        return intervals[intervals.length / 2];
    }
}
