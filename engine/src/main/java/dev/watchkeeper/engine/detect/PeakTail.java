package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * How rarely a sensor's score comes as high as a given one, learned from the sensor's own past peaks.
 *
 * <p>Above the median of the newest 120 peaks the excess is taken as generalised-Pareto distributed (peaks over threshold:
 * Siffer et al., <i>Anomaly Detection in Streams with Extreme Value Theory</i>, KDD 2017). The shape is fixed; the scale
 * comes from three upper quantiles, which a few true alarms among the peaks hardly move; a prior worth some peaks carries
 * the fit while there are few. A peak is learned 200 samples late, so that a disturbance that grows does not teach that it
 * is usual. The scale is taken a fifth smaller than fitted: on the demo plant without faults, on the unlabelled rows of the
 * Numenta Anomaly Benchmark and on six kinds of noise, rates of one in 1,000 and one in 10,000 samples came out 0.6 to 1.5 times
 * as asked, and 0.4 to 1.3 times before. Student's t with three degrees of freedom comes out 1.7 times as asked, a smooth
 * rhythm at most half. Not thread-safe.
 */
final class PeakTail {
    private static final int PEAKS = 120;
    private static final int LATE_SAMPLES = 200;
    private static final int PENDING = 64;
    private static final int NEWEST = 40;
    private static final double LEAST_LEVEL = 0.5;
    private static final double PRIOR_SHAPE = 0.15;
    private static final double SHAPE_DOUBT = 60;
    private static final double LEAST_SHAPE = 0.01;
    private static final double MOST_SHAPE = 0.5;
    /** How fast peaks grow rare with the samples seen, as a power. */
    private static final double EXPERIENCE = 1.5;
    /** From so many samples on memory is full and peaks grow no rarer. */
    private static final double SATURATED = 100_000;

    /** Peaks grow not only rarer but lower as more is known: so much of the scale of past ones is that of the next. */
    private static final double LOWERS = 0.8;

    private static final double PRIOR_PEAKS = 10;
    private static final double PRIOR_START = 0.6;
    private static final double PRIOR_SCALE = 0.35;
    private static final double PRIOR_RATE = 1.0 / 80;
    /** Shares of the peaks above the median by whose quantiles scale and shape are told. */
    private static final double NEAR = 0.5;

    private static final double FAR = 0.06;
    /** The ratio of the two quantiles where the tail is exponential. */
    private static final double EXPONENTIAL = StrictMath.log(FAR) / StrictMath.log(NEAR);

    /** How many numbers of the fit stand in a snapshot, for those who read it; the fit is made anew from the peaks. */
    private static final int FIT_NUMBERS = 5;

    private final SlidingQuantile peaks = new SlidingQuantile(PEAKS);
    private final SlidingQuantile newest = new SlidingQuantile(NEWEST);
    /** Sample numbers of the learned peaks, as a ring in step with {@link #peaks}. */
    private final long[] learnedAt = new long[PEAKS];

    private final double[] pendingScores = new double[PENDING];
    private final long[] pendingAt = new long[PENDING];
    private int pending;
    private long learned;
    private long samples;
    private double prior = 1;
    private double level = 1;
    private double start = PRIOR_START;
    private double scale = PRIOR_SCALE;
    private double shape = PRIOR_SHAPE;

    /**
     * The share of samples of normal operation that score this high or higher.
     *
     * @param score 0 for a sample that is no peak
     */
    double share(double score) {
        if (score <= 0) {
            return 1;
        }
        if (score < start) {
            double guess = 1 - 0.5 * score / start;
            return rate() * (prior * guess + (1 - prior) * Math.max(0.5, peaks.shareFrom((float) (score / level))));
        }
        return 0.5 * rate() * StrictMath.pow(1 + shape * (score - start) / scale, -1 / shape);
    }

    /** Peaks per sample, as it is now that more is known than when the peaks were learned. */
    private double rate() {
        long since = learned > PEAKS ? learnedAt[(int) (learned % PEAKS)] : 0;
        double known = PRIOR_PEAKS / PRIOR_RATE;
        double seen = (PRIOR_PEAKS + peaks.size()) / (known + (samples - since));
        double experience = (known + (samples + since) / 2.0) / (known + samples);
        return seen * StrictMath.pow(experience, EXPERIENCE * Math.max(0, 1 - samples / SATURATED));
    }

    /** One more sample was judged; 0 where it is no peak. */
    void add(double score) {
        samples++;
        if (score > 0) {
            if (pending == PENDING) {
                learnOldest();
            }
            pendingScores[pending] = score;
            pendingAt[pending] = samples;
            pending++;
        }
        while (pending > 0 && pendingAt[0] <= samples - LATE_SAMPLES) {
            learnOldest();
        }
    }

    private void learnOldest() {
        peaks.add((float) pendingScores[0]);
        newest.add((float) pendingScores[0]);
        learnedAt[(int) (learned % PEAKS)] = pendingAt[0];
        learned++;
        pending--;
        System.arraycopy(pendingScores, 1, pendingScores, 0, pending);
        System.arraycopy(pendingAt, 1, pendingAt, 0, pending);
        fit();
    }

    private void fit() {
        prior = PRIOR_PEAKS / (PRIOR_PEAKS + peaks.size());
        double median = peaks.quantile(0.5);
        level = median > 0 ? Math.max(LEAST_LEVEL, Math.min(1, newest.quantile(0.5) / median)) : 1;
        double near = Math.max(peaks.quantile(1 - NEAR / 2) - median, 0.02 * median);
        double far = Math.max(peaks.quantile(1 - FAR / 2) - median, near);
        double trust = peaks.size() / (peaks.size() + SHAPE_DOUBT);
        double seen = Math.max(LEAST_SHAPE, Math.min(MOST_SHAPE, 0.89 * StrictMath.log(far / near / EXPONENTIAL)));
        shape = (1 - trust) * PRIOR_SHAPE + trust * seen;
        double fitted =
                (near * shape / (StrictMath.pow(NEAR, -shape) - 1) + far * shape / (StrictMath.pow(FAR, -shape) - 1))
                        / 2;
        start = prior * PRIOR_START + (1 - prior) * median * level;
        scale = prior * PRIOR_SCALE + (1 - prior) * LOWERS * fitted * level;
    }

    void write(StateWriter out) {
        peaks.write(out);
        newest.write(out);
        out.putLongs(learnedAt);
        out.putDoubles(pendingScores);
        out.putLongs(pendingAt);
        out.putInt(pending);
        out.putLong(learned);
        out.putLong(samples);
        out.putDoubles(new double[] {prior, level, start, scale, shape});
    }

    void read(StateReader in) {
        peaks.read(in);
        newest.read(in);
        in.getLongs(learnedAt);
        in.getDoubles(pendingScores);
        in.getLongs(pendingAt);
        pending = in.getInt();
        learned = in.getLong();
        samples = in.getLong();
        in.getDoubles(new double[FIT_NUMBERS]);
        if (learned > 0) {
            fit();
        }
    }
}
