package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/**
 * How large a share of the samples of normal operation scores as high as a given one, learned from the asset's own scores.
 *
 * <p>Remembers every tenth of the newest 5,000 scores. Above their 90 % quantile the excess is taken as exponentially
 * distributed (peaks over threshold, with the generalised Pareto distribution of shape 0). The mean excess is that of all
 * remembered scores so far; a prior carries it until enough separate stretches of excess have been seen, as one stretch says
 * little, however long. An excursion, which is a stretch of samples at or above a bound, teaches with its first 100 samples
 * only, and with no more than a twentieth of what was taught before: a fault that stays must not become what is usual, least of
 * all of an asset that is little known. Not thread-safe.
 */
final class ScoreTail {
    private static final int SCORES = 500;
    private static final int EVERY = 10;
    private static final int FIT_EVERY = 5;
    private static final double TAIL = 0.1;

    private static final double PRIOR_SCORES = 20;
    private static final double PRIOR_START = 1.7;
    private static final double PRIOR_STRETCHES = 20;
    private static final double PRIOR_EXCESS = 0.7;
    /** As many exceedances share the mean evenly; from then on old ones fade. */
    private static final int MOST_EXCEEDANCES = 2_000;

    private static final int EXCURSION_TEACHES = 100;
    private static final int EXCURSION_SHARE = 20;
    private static final int EXCURSION_ENDS = 20;

    private final double bound;
    private final float[] scores = new float[SCORES];
    private long taught;
    private double start = PRIOR_START;
    private double excess = PRIOR_EXCESS;
    private double meanExcess;
    private int exceedances;
    private long stretches;
    private boolean inStretch;
    private int excursion;
    private int quiet;

    /** @param bound from which score on a sample belongs to an excursion */
    ScoreTail(double bound) {
        this.bound = bound;
    }

    /** The share of samples of normal operation that score this high or higher; falls with the score, and is above 0. */
    double share(double score) {
        return score < start
                ? 1 - (1 - TAIL) * Math.max(0, score) / start
                : Math.max(Double.MIN_NORMAL, TAIL * Math.exp((start - score) / excess));
    }

    /** One more sample was judged. */
    void learn(double score) {
        if (score >= bound) {
            excursion++;
            quiet = 0;
        } else if (excursion > 0) {
            quiet++;
            excursion = quiet < EXCURSION_ENDS ? excursion : 0;
        }
        if (score >= bound && excursion > Math.min(EXCURSION_TEACHES, Math.max(EVERY, taught / EXCURSION_SHARE))) {
            return;
        }
        if (taught % EVERY == 0) {
            remember(score, taught / EVERY);
        }
        taught++;
    }

    private void remember(double score, long remembered) {
        scores[(int) (remembered % SCORES)] = (float) score;
        boolean exceeds = score > start;
        if (exceeds) {
            exceedances = Math.min(exceedances + 1, MOST_EXCEEDANCES);
            meanExcess += (score - start - meanExcess) / exceedances;
            stretches += inStretch ? 0 : 1;
        }
        inStretch = exceeds;
        if (remembered % FIT_EVERY == FIT_EVERY - 1) {
            fit((int) Math.min(SCORES, remembered + 1));
        }
    }

    private void fit(int size) {
        float[] sorted = Arrays.copyOf(scores, size);
        Arrays.sort(sorted);
        double prior = PRIOR_SCORES / (PRIOR_SCORES + size);
        start = prior * PRIOR_START + (1 - prior) * sorted[(int) ((1 - TAIL) * (size - 1))];
        excess = (PRIOR_STRETCHES * PRIOR_EXCESS + stretches * meanExcess) / (PRIOR_STRETCHES + stretches);
    }

    void write(StateWriter out) {
        out.putFloats(scores, SCORES);
        out.putLong(taught);
        out.putDoubles(new double[] {start, excess, meanExcess});
        out.putInt(exceedances);
        out.putLong(stretches);
        out.putBoolean(inStretch);
        out.putInt(excursion);
        out.putInt(quiet);
    }

    void read(StateReader in) {
        in.getFloats(scores);
        taught = in.getLong();
        double[] fit = new double[3];
        in.getDoubles(fit);
        start = fit[0];
        excess = fit[1];
        meanExcess = fit[2];
        exceedances = in.getInt();
        stretches = in.getLong();
        inStretch = in.getBoolean();
        excursion = in.getInt();
        quiet = in.getInt();
    }
}
