package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * Smooths a sensor by the median of three and an exponentially weighted mean, and knows the noise of what went in.
 *
 * <p>What comes out is relative to the first value ever, so that a large offset costs no precision. Not thread-safe.
 */
final class Smoothing {
    /** Samples after a start until the weight of the first ones has gone. */
    static final int SETTLING_SAMPLES = 20;

    private static final double WEIGHT = 0.1;
    /** Which part of white noise's variance is left. */
    private static final double NOISE_LEFT = WEIGHT / (2 - WEIGHT);
    /** Values further than this from the first one are taken to be this far. */
    private static final double FARTHEST = 1e15;
    /** Least spread that means anything, as a share of the first value; below it a difference may be rounding. */
    private static final double ROUNDING = 1e-9;

    private static final double SMALLEST = 1e-150;

    private double origin = Double.NaN;
    private double last;
    private double beforeLast;
    private double smooth;
    private double squaredSteps;
    private long steps;
    private long samples;

    /** Where a value is, relative to the first one that was asked for. */
    double relative(double value) {
        if (Double.isNaN(origin)) {
            origin = value;
        }
        return Math.max(-FARTHEST, Math.min(FARTHEST, value - origin));
    }

    /** The smoothed signal at this relative value. */
    double add(double x) {
        if (samples > 0) {
            squaredSteps += (x - last) * (x - last);
            steps++;
        }
        double middle = samples < 2 ? x : Math.max(Math.min(x, last), Math.min(Math.max(x, last), beforeLast));
        beforeLast = samples == 0 ? x : last;
        last = x;
        samples++;
        smooth += Math.max(WEIGHT, 1.0 / samples) * (middle - smooth);
        return smooth;
    }

    /** The variance that noise leaves in the smoothed signal, if all of the sensor's steps were noise. */
    double noiseVariance() {
        return steps == 0 ? 0 : NOISE_LEFT * squaredSteps / steps / 2;
    }

    /** The variance below which a difference may be rounding; more than 0. */
    double roundingVariance() {
        double rounding = Math.max(ROUNDING * Math.abs(origin), SMALLEST);
        return rounding * rounding;
    }

    /** Forgets the signal, but not what it is relative to nor its noise. */
    void restart() {
        samples = 0;
        smooth = 0;
    }

    void write(StateWriter out) {
        out.putDoubles(new double[] {origin, last, beforeLast, smooth, squaredSteps});
        out.putLong(steps);
        out.putLong(samples);
    }

    void read(StateReader in) {
        double[] numbers = new double[5];
        in.getDoubles(numbers);
        origin = numbers[0];
        last = numbers[1];
        beforeLast = numbers[2];
        smooth = numbers[3];
        squaredSteps = numbers[4];
        steps = in.getLong();
        samples = in.getLong();
    }
}
