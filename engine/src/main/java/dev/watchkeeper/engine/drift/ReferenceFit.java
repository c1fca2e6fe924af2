package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Learns a {@link DriftReference}: cuts the readings into windows, takes the daily course off, and walks through the reference as a
 * watch would, to see how far it moves by itself.
 */
final class ReferenceFit {
    private static final List<DriftFeature> FEATURES = List.of(DriftFeature.values());
    private static final int WINDOWS = 256;
    private static final int FEWEST_WINDOW_READINGS = 16;
    /** What lies so many spreads off counts as no further off. */
    private static final double FARTHEST = 6;
    /** How much further than within the reference something must move to be no part of it. */
    private static final double MARGIN = 1.8;

    private static final double FLOOR_OF_RANGE = 0.01;
    private static final double FLOOR_OF_VALUE = 1e-6;
    /** One reading in twenty that is missing now and then is no drift. */
    private static final double FLOOR_OF_SHARE = 0.05;

    private final SensorId sensor;
    private final long[] timeMillis;
    private final double[] values;
    private final int windowReadings;
    private final int windows;
    private final long[] windowEnd;
    private final double[][] byFeature;

    /** @param timeMillis ascending, one for each value */
    ReferenceFit(SensorId sensor, long[] timeMillis, double[] values) {
        this.sensor = sensor;
        this.timeMillis = timeMillis;
        this.values = values;
        windowReadings = Math.max(
                FEWEST_WINDOW_READINGS, Math.min(DriftReference.MOST_WINDOW_READINGS, values.length / WINDOWS));
        windows = values.length / windowReadings;
        windowEnd = new long[windows];
        byFeature = new double[FEATURES.size()][windows];
    }

    /** Empty when too few windows have a usable value. */
    Optional<DriftReference> fit() {
        cut();
        DailyCourse.Learned course = DailyCourse.learn(windowEnd, series(DriftFeature.MEAN));
        Series readings = readings(course);
        LevelReference level = level(readings, LevelReference.LEAST);
        Series deviations = deviations(readings);
        LevelReference deviation = level(deviations, LevelReference.LEAST_DEVIATION);
        List<FeatureReference> features = new ArrayList<>();
        for (DriftFeature feature : FEATURES) {
            feature(feature, level.spread()).ifPresent(features::add);
        }
        if (features.isEmpty()) {
            return Optional.empty();
        }
        TimeSpan span = new TimeSpan(
                Instant.ofEpochMilli(timeMillis[0]), Instant.ofEpochMilli(timeMillis[timeMillis.length - 1] + 1));
        return Optional.of(new DriftReference(sensor, span, values.length, windowReadings, features, level, deviation));
    }

    private double[] series(DriftFeature feature) {
        return byFeature[FEATURES.indexOf(feature)];
    }

    private void cut() {
        WindowCut cut = new WindowCut(windowReadings, FEATURES);
        int window = 0;
        for (int i = 0; i < values.length; i++) {
            if (cut.add(timeMillis[i], values[i])) {
                double[] features = cut.features();
                for (int feature = 0; feature < features.length; feature++) {
                    byFeature[feature][window] = features[feature];
                }
                windowEnd[window] = timeMillis[i];
                window++;
            }
        }
    }

    /** Finite values with their times. */
    private static final class Series {
        private final long[] timeMillis;
        private final double[] values;

        Series(long[] timeMillis, double[] values) {
            this.timeMillis = timeMillis;
            this.values = values;
        }
    }

    private Series readings(DailyCourse.Learned course) {
        long[] times = new long[values.length];
        double[] left = new double[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                times[size] = timeMillis[i];
                left[size] = course.left(timeMillis[i], values[i]);
                size++;
            }
        }
        return new Series(Arrays.copyOf(times, size), Arrays.copyOf(left, size));
    }

    private Series deviations(Series readings) {
        LocalDeviation deviation = new LocalDeviation(windowReadings);
        double[] deviations =
                Arrays.stream(readings.values).map(deviation::next).skip(1).toArray();
        return new Series(Arrays.copyOfRange(readings.timeMillis, 1, readings.timeMillis.length), deviations);
    }

    private LevelReference level(Series series, double least) {
        double[] sorted = Quantiles.sorted(series.values);
        double spread = Math.max(Quantiles.spread(sorted), floor(sorted));
        double[] clipped = clipped(series.values, Quantiles.middle(sorted), spread);
        double mean = Arrays.stream(clipped).average().orElse(0);
        double variance = Arrays.stream(clipped)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        LevelReference level = new LevelReference(
                mean, Math.max(Math.sqrt(variance), floor(sorted)), clipped.length, Dependence.of(clipped), least);
        return level.withLimit(Math.max(least, MARGIN * lastingSize(series, level)));
    }

    /** How far the level goes by itself, for as long as would be drift. */
    private double lastingSize(Series series, LevelReference reference) {
        LevelChange change = new LevelChange(reference);
        long readingsAway = 0;
        double largest = 0;
        for (int i = 0; i < series.values.length; i++) {
            change.add(series.timeMillis[i], series.values[i]);
            readingsAway = change.isChanged() ? readingsAway + 1 : 0;
            boolean lasting = readingsAway >= (long) StageTrack.LASTING_WINDOWS * windowReadings
                    && series.timeMillis[i] - change.sinceMillis() >= StageTrack.LASTING.toMillis();
            largest = lasting ? Math.max(largest, Math.abs(change.size())) : largest;
        }
        return largest;
    }

    private Optional<FeatureReference> feature(DriftFeature feature, double readingSpread) {
        double[] series = series(feature);
        DailyCourse.Learned course = DailyCourse.learn(windowEnd, series);
        double[] left = new double[windows];
        for (int i = 0; i < windows; i++) {
            left[i] = course.left(windowEnd[i], series[i]);
        }
        double[] sorted = Quantiles.sorted(left);
        if (sorted.length < Math.max(FeatureReference.FEWEST_WINDOWS, windows / 2)) {
            return Optional.empty();
        }
        double floor = feature == DriftFeature.MISSING_SHARE ? FLOOR_OF_SHARE : floor(sorted);
        double unit = Math.max(floor, feature == DriftFeature.MEAN ? readingSpread : Quantiles.spread(sorted));
        double[] known = Arrays.stream(left).filter(Double::isFinite).toArray();
        FeatureReference reference = new FeatureReference(
                feature,
                course.course(),
                Quantiles.thinned(sorted, FeatureReference.MOST_QUANTILES),
                sorted.length,
                Dependence.of(clipped(known, Quantiles.middle(sorted), unit)),
                unit,
                0,
                0);
        return Optional.of(withNatural(reference, left));
    }

    /** With how far windows that follow each other are off within the reference, corrected for their own share in it. */
    private FeatureReference withNatural(FeatureReference reference, double[] left) {
        int length = Math.min(RecentWindows.MOST, windows / 2);
        double distance = 0;
        double index = 0;
        for (int from = 0; from + length <= windows; from += Math.max(1, length / 4)) {
            double[] part = Quantiles.sorted(Arrays.copyOfRange(left, from, from + length));
            if (part.length >= FeatureReference.FEWEST_WINDOWS) {
                distance = Math.max(distance, reference.distance(part));
                index = Math.max(index, reference.index(part).value());
            }
        }
        double factor = MARGIN / (1 - (double) length / windows);
        return reference.withNatural(factor * distance, factor * index);
    }

    private static double[] clipped(double[] values, double middle, double spread) {
        return Arrays.stream(values)
                .map(value -> Math.max(middle - FARTHEST * spread, Math.min(middle + FARTHEST * spread, value)))
                .toArray();
    }

    private static double floor(double[] sorted) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        return Math.max(
                Double.MIN_NORMAL,
                Math.max(FLOOR_OF_RANGE * (high - low), FLOOR_OF_VALUE * Math.max(Math.abs(low), Math.abs(high))));
    }
}
