package dev.watchkeeper.engine.drift;

/**
 * Where a feature's values lie, without the lowest and the highest tenth of the windows, at like time of the day.
 *
 * @param mean in the feature's unit: the sensor's for mean, standard deviation and range, that per second for slope, none
 *     for the others; NaN while there are too few windows
 * @param spread the standard deviation of the normal distribution with the same 10 % and 90 % quantiles, in the same unit; NaN while there are too few windows
 */
public record FeatureLevel(double mean, double spread) {
    /** Of too few windows. */
    public static final FeatureLevel UNKNOWN = new FeatureLevel(Double.NaN, Double.NaN);
}
