package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * How rarely a sensor's score comes as high as a given one, learned from the sensor's own past peaks.
 *
 * <p>Above the median of the newest 200 peaks the excess is taken as generalised-Pareto distributed (peaks over
 * threshold: Siffer et al., <i>Anomaly Detection in Streams with Extreme Value Theory</i>, KDD 2017). The scale is fitted by the
 * mean excess, the shape is fixed, and a prior worth a few peaks carries the fit while there are few. Not thread-safe.
 */
final class PeakTail {
    private static final int PEAKS = 200;
    private static final double SHAPE = 0.2;
    private static final double PRIOR_PEAKS = 8;
    private static final double PRIOR_EXCESS = 0.3;
    private static final double PRIOR_START = 1.2;
    private static final double PRIOR_RATE = 1.0 / 150;

    private final SlidingQuantile peaks = new SlidingQuantile(PEAKS);
    private long samples;
    private long peaksSeen;
    private double start = PRIOR_START;
    private double scale = PRIOR_EXCESS * (1 - SHAPE);
    private double rate = PRIOR_RATE;

    /**
     * The share of samples of normal operation that score this high or higher.
     *
     * @param score 0 for a sample that is no peak
     */
    double share(double score) {
        if (score <= 0) {
            return 1;
        }
        double excess = Math.max(0, score - start);
        return rate * Math.pow(1 + SHAPE * excess / scale, -1 / SHAPE);
    }

    /** One more sample was judged. */
    void count() {
        samples++;
    }

    /** The sample counted last was a peak. */
    void learn(double score) {
        peaks.add((float) score);
        peaksSeen++;
        fit();
    }

    private void fit() {
        double size = peaks.size();
        double prior = PRIOR_PEAKS / (PRIOR_PEAKS + size);
        start = prior * PRIOR_START + (1 - prior) * peaks.quantile(0.5);
        double sum = 0;
        int above = 0;
        for (double share = 0.5; share < 0.99; share += 0.01) {
            double excess = peaks.quantile(share) - start;
            if (excess > 0) {
                sum += excess;
                above++;
            }
        }
        double mean = (PRIOR_PEAKS * PRIOR_EXCESS + sum) / (PRIOR_PEAKS + above);
        scale = mean * (1 - SHAPE);
        rate = (PRIOR_PEAKS / 2 + peaksSeen / 2.0) / (PRIOR_PEAKS / PRIOR_RATE + samples);
    }

    void write(StateWriter out) {
        peaks.write(out);
        out.putLong(samples);
        out.putLong(peaksSeen);
        out.putDoubles(new double[] {start, scale, rate});
    }

    void read(StateReader in) {
        peaks.read(in);
        samples = in.getLong();
        peaksSeen = in.getLong();
        double[] fit = new double[3];
        in.getDoubles(fit);
        start = fit[0];
        scale = fit[1];
        rate = fit[2];
    }
}
