package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/**
 * Where a smoothed sensor is in normal operation, and how far from there it usually is.
 *
 * <p>The level is the median of the first half of a training span, and then follows slowly, but only while the sensor is near
 * it. The scale is the error of that level, learned walk-forward: on the second half of the span, and from then on at every
 * sample that is near. So a sensor that wanders by nature gets a wide scale, and its wandering is no alarm; the scale
 * is never less than what smoothing leaves of the sensor's noise. What is far off is learned from so slowly that it becomes
 * normal in some 50,000 samples.
 *
 * <p>A deviation counts for less where the sensor was further off shortly before: what is left when a large fault has ended
 * is not the fault. A sensor that stood still throughout the training span has no scale; it is followed whatever it does, and a
 * move is at most 16 scales. Not thread-safe.
 */
final class Baseline {
    /** Share of the way that level and scale go with a sample that is near: they forget by half in 170 samples. */
    private static final double ADAPTS = 0.004;
    /** The same for a sample that is far off. */
    private static final double ADAPTS_FAR = 1.4e-5;
    /** From here on the sensor is far off, in scales; a sample teaches the scale no more than this. */
    private static final double FAR = 3;

    /** What each scale of recent deviation takes away from the present one. */
    private static final double RELIEF = 0.02;

    private static final double RECENT_RISES = 0.05;
    /** A recent deviation fades by half in 1,000 samples. */
    private static final double RECENT_FADES = Math.pow(0.5, 1.0 / 1_000);

    private static final double RECENT_MOST = 200;
    /** A value is taken to be no further off than this, in scales, so that garbage is soon forgotten. */
    private static final double FARTHEST = 1_000;

    private double level;
    private double variance;
    private double leastVariance;
    private boolean still;
    private double recent;

    private Baseline() {}

    /**
     * Learns from a training span.
     *
     * @param smoothed the measured values of the span, in the order of time
     * @param noiseVariance the least variance of the sensor once smoothed
     * @param roundingVariance the least variance of any sensor; more than 0
     */
    static Baseline learn(double[] smoothed, double noiseVariance, double roundingVariance) {
        int half = smoothed.length / 2;
        Baseline baseline = new Baseline();
        baseline.level = median(smoothed, Math.min(Smoothing.SETTLING_SAMPLES, half / 2), half);
        double squares = 0;
        for (int i = half; i < smoothed.length; i++) {
            double error = smoothed[i] - baseline.level;
            squares += error * error;
            baseline.level += ADAPTS * error;
        }
        double learned = Math.max(noiseVariance, squares / (smoothed.length - half));
        baseline.still = learned <= roundingVariance;
        baseline.leastVariance = Math.max(noiseVariance, roundingVariance);
        baseline.variance = Math.max(learned, roundingVariance);
        return baseline;
    }

    /** The median of the values from one index to before another. */
    static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** In the sensor's unit; more than 0. */
    double scale() {
        return Math.sqrt(Math.max(variance, leastVariance));
    }

    /** What is to be smoothed instead of a value: the same, unless that is absurdly far off. */
    double tamed(double value) {
        if (still) {
            return value;
        }
        double most = FARTHEST * scale();
        return Math.max(level - most, Math.min(level + most, value));
    }

    /**
     * Judges a sample, and learns from it.
     *
     * @return how many scales it is above or below the level, less the relief
     */
    double judge(double smoothed) {
        double error = smoothed - level;
        if (still) {
            variance += ADAPTS * (error * error - variance);
        }
        double scale = scale();
        double scales = error / scale;
        double relieved = scales / (1 + RELIEF * recent);
        if (still) {
            level += ADAPTS * error;
        } else {
            double adapts = Math.abs(relieved) < FAR ? ADAPTS : ADAPTS_FAR;
            double taught = Math.min(Math.abs(error), FAR * scale);
            level += adapts * error;
            variance += adapts * (taught * taught - variance);
        }
        double deviation = Math.min(Math.abs(scales), RECENT_MOST);
        recent = deviation > recent ? recent + RECENT_RISES * (deviation - recent) : RECENT_FADES * recent;
        return relieved;
    }

    void write(StateWriter out) {
        out.putDoubles(new double[] {level, variance, leastVariance, recent});
        out.putBoolean(still);
    }

    static Baseline read(StateReader in) {
        double[] numbers = new double[4];
        in.getDoubles(numbers);
        Baseline baseline = new Baseline();
        baseline.level = numbers[0];
        baseline.variance = numbers[1];
        baseline.leastVariance = numbers[2];
        baseline.recent = numbers[3];
        baseline.still = in.getBoolean();
        return baseline;
    }
}
