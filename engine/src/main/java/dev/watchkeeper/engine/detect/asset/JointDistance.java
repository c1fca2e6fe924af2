package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.List;

/**
 * The squared Mahalanobis distance of an asset's deviations, under the correlations of its training span.
 *
 * <p>The covariance is that of deviations clipped at three scales, so that a few wild samples do not shape it, and is shrunk
 * towards independent sensors (Ledoit and Wolf, <i>A well-conditioned estimator for large-dimensional covariance
 * matrices</i>, 2004; here with a fixed weight). Correlations are kept within groups of 32 neighbouring sensors, so each
 * sensor takes at most 256 bytes and 32 multiplications. Until it has learned, sensors count as independent. Not thread-safe.
 */
final class JointDistance {
    private static final int GROUP = 32;
    private static final double SHRINKAGE = 0.1;
    private static final double CLIP = 3;

    private final int sensors;
    /** The inverse covariance of each group, row by row. */
    private final double[][] precisions;

    JointDistance(int sensors) {
        this.sensors = sensors;
        precisions = new double[(sensors + GROUP - 1) / GROUP][];
        for (int group = 0; group < precisions.length; group++) {
            precisions[group] = SquareMatrix.identity(size(group));
        }
    }

    private int size(int group) {
        return Math.min(GROUP, sensors - group * GROUP);
    }

    /**
     * Learns the correlations.
     *
     * @param deviations for each sensor its deviations in the training span, in scales, all of one length; an empty array
     *     for a sensor that is not known, which counts as independent
     * @param from the first sample that counts
     */
    void learn(List<double[]> deviations, int from) {
        for (int group = 0; group < precisions.length; group++) {
            int size = size(group);
            double[] covariance = new double[size * size];
            for (int i = 0; i < size; i++) {
                double[] one = deviations.get(group * GROUP + i);
                for (int j = 0; j <= i; j++) {
                    double shared = covariance(one, deviations.get(group * GROUP + j), from);
                    covariance[i * size + j] = (1 - SHRINKAGE) * shared;
                    covariance[j * size + i] = covariance[i * size + j];
                }
                covariance[i * size + i] += one.length == 0 ? 1 : SHRINKAGE;
            }
            precisions[group] = SquareMatrix.inverse(covariance, size);
        }
    }

    private static double covariance(double[] one, double[] other, int from) {
        if (one.length == 0 || other.length == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < one.length; i++) {
            sum += clip(one[i]) * clip(other[i]);
        }
        return sum / (one.length - from);
    }

    private static double clip(double deviation) {
        return Math.max(-CLIP, Math.min(CLIP, deviation));
    }

    /**
     * Splits the squared distance into the shares of the sensors.
     *
     * @param deviations one per sensor, in scales; 0 where nothing was measured
     * @param shares filled with one share per sensor, which may be less than 0; their sum is the squared distance
     */
    void split(double[] deviations, double[] shares) {
        for (int group = 0; group < precisions.length; group++) {
            int size = size(group);
            int first = group * GROUP;
            double[] precision = precisions[group];
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += precision[i * size + j] * deviations[first + j];
                }
                shares[first + i] = sum * deviations[first + i];
            }
        }
    }

    void write(StateWriter out) {
        for (double[] precision : precisions) {
            out.putDoubles(precision);
        }
    }

    void read(StateReader in) {
        for (double[] precision : precisions) {
            in.getDoubles(precision);
        }
    }
}
