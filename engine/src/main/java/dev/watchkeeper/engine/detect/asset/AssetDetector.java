package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells how far the sensors of an asset, taken together, have left the behaviour of a training span.
 *
 * <p>A multivariate EWMA control chart (Lowry et al., <i>A Multivariate Exponentially Weighted Moving Average Control
 * Chart</i>, Technometrics 1992) whose scales are learned walk-forward ({@link Baseline}): the root mean square of the
 * sensors' deviations, joined with their Mahalanobis distance under the correlations of the training span
 * ({@link JointDistance}). Both are sums over the sensors, and so say how much each of them has to do with the score. What
 * holds of training, missing values, repeats and time stands at {@link TrainedDetector}; a missing sensor contributes 0, and
 * the score is the mean over the others.
 *
 * <p>Takes in about a million samples of eight sensors a second on one core. Memory: 5 KB, and for each sensor at most 600
 * bytes, and 8 more for each sample of the training span until that is over.
 */
public final class AssetDetector extends TrainedDetector {
    /** About as many samples bear on a score. */
    static final int JUDGED_SAMPLES = 20;

    private static final String MAGIC = "WKAD";
    /** What the Mahalanobis distance counts beside the root mean square. */
    private static final double JOINT_WEIGHT = 0.3;
    /** The distance, in scales, that is worth one half where there are eight sensors or more. */
    private static final double HALF = 2.2;

    private static final double MANY_SENSORS = 8;

    private final JointDistance joint;
    private final double[] contributions;
    /** How far each sensor was from its baseline at the sample that was judged last, in scales. */
    private final double[] apart;
    /** What the joint distance added to each sensor's share, before shares below 0 were cut off. */
    private final double[] related;

    /** What the shares of that sample were divided by; 0 before there was one. */
    private double divisor;

    /** Trains on the first {@value TrainedDetector#TRAINING_SAMPLES} samples. */
    public AssetDetector(int sensors) {
        this(sensors, TRAINING_SAMPLES);
    }

    /**
     * Trains on the first samples of the stream.
     *
     * @throws IllegalArgumentException when there is no sensor, or the training span is shorter than
     *     {@value TrainedDetector#FEWEST_TRAINING_SAMPLES} samples
     */
    public AssetDetector(int sensors, int trainingSamples) {
        super(MAGIC, sensors, trainingSamples, half(sensors));
        joint = new JointDistance(sensors);
        contributions = new double[sensors];
        apart = new double[sensors];
        related = new double[sensors];
    }

    /**
     * A detector that has been trained on a recording, and is to judge another one of the same asset.
     *
     * @param recording samples in the order of time, each with one value per sensor
     * @throws IllegalArgumentException when the recording is too short, or its samples are not of one length
     */
    public static AssetDetector trainedOn(double[][] recording) {
        AssetDetector detector = new AssetDetector(recording.length == 0 ? 1 : recording[0].length, recording.length);
        detector.train(recording);
        return detector;
    }

    /**
     * The detector as it was when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static AssetDetector restore(byte[] snapshot) {
        return restore(snapshot, MAGIC, AssetDetector::new);
    }

    /** The mean over few sensors varies more: what is above 1 goes with the inverse root of their number. */
    private static double half(int sensors) {
        return 1 + (HALF - 1) * Math.sqrt(MANY_SENSORS / Math.min(sensors, MANY_SENSORS));
    }

    /**
     * How much each sensor has to do with the last score above 0: shares of at least 0 that add up to 1; all 0 while there was
     * none, and after a sample without any value.
     */
    public double[] contributions() {
        return contributions.clone();
    }

    /**
     * What the last score above 0 is made of: for each sensor how far it was from its baseline, and what its relation to the
     * others added; where that took something away it is in the first. Empty just after a restart.
     *
     * @param sensors the names of the sensors, in their order
     */
    List<ScorePart> parts(List<SensorId> sensors) {
        List<ScorePart> parts = new ArrayList<>();
        for (int i = 0; i < contributions.length && divisor > 0; i++) {
            double relation = Math.max(0, related[i]) / divisor;
            double baseline = contributions[i] - Math.min(relation, contributions[i]);
            if (baseline > 0) {
                parts.add(new ScorePart(sensors.get(i), ScorePart.Kind.BASELINE, JUDGED_SAMPLES, apart[i], baseline));
            }
            if (relation > 0 && contributions[i] > 0) {
                double size = Math.sqrt(related[i] / JOINT_WEIGHT);
                double share = Math.min(relation, contributions[i]);
                parts.add(new ScorePart(sensors.get(i), ScorePart.Kind.RELATION, JUDGED_SAMPLES, size, share));
            }
        }
        return parts;
    }

    @Override
    void learn(List<double[]> deviations, int from) {
        joint.learn(deviations, from);
    }

    @Override
    double distance(double[] deviations, int measured) {
        if (measured == 0) {
            Arrays.fill(contributions, 0);
            divisor = 0;
            return 0;
        }
        joint.split(deviations, contributions);
        double squared = 0;
        double positive = 0;
        for (int i = 0; i < deviations.length; i++) {
            apart[i] = Math.abs(deviations[i]);
            related[i] = JOINT_WEIGHT * contributions[i];
            double share = (1 - JOINT_WEIGHT) * deviations[i] * deviations[i] + related[i];
            squared += share;
            contributions[i] = Math.max(0, share);
            positive += contributions[i];
        }
        for (int i = 0; i < deviations.length && positive > 0; i++) {
            contributions[i] /= positive;
        }
        divisor = positive;
        return Math.sqrt(Math.max(0, squared) / measured);
    }

    @Override
    void writeLearned(StateWriter out) {
        joint.write(out);
        out.putDoubles(contributions);
    }

    @Override
    void readLearned(StateReader in) {
        joint.read(in);
        in.getDoubles(contributions);
    }
}
