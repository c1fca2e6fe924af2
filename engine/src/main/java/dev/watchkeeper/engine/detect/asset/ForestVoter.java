package dev.watchkeeper.engine.detect.asset;

import com.amazon.randomcutforest.RandomCutForest;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion beside {@link AssetDetector}: how easily a sample's deviations are cut off from those of the training span, by
 * a random cut forest (Guha et al., <i>Robust Random Cut Forest Based Anomaly Detection on Streams</i>, ICML 2016).
 *
 * <p>Trained once, by the last sample of the training span, and frozen: a forest that goes on learning takes a fault in. Its
 * threshold is walk-forward: how the second half of the span scores in a forest of the first. A snapshot holds the training
 * samples, from which the same forest grows again; training and restoring take about half a second for eight sensors. Takes in about
 * 15,000 samples a second on one core. What holds of training, missing values, repeats and time stands at
 * {@link TrainedDetector}; a missing sensor counts as being at its baseline. Memory: beyond that of the baselines 4 bytes a
 * sensor and training sample, and about 1 MB for the forest.
 */
public final class ForestVoter extends TrainedDetector {
    private static final String MAGIC = "WKRF";
    private static final int TREES = 50;
    private static final int TREE_SAMPLES = 256;
    private static final long SEED = 20_260_401;
    private static final double STRICTNESS = 0.99;
    /** The threshold is at least so far above the usual score of the forest, which is about 1. */
    private static final double LEAST_ROOM = 0.1;

    private float[] grownFrom = new float[0];
    private @Nullable RandomCutForest forest;
    private double usual;
    private double threshold = 1;

    /** Trains on the first {@value TrainedDetector#TRAINING_SAMPLES} samples. */
    public ForestVoter(int sensors) {
        this(sensors, TRAINING_SAMPLES);
    }

    /**
     * Trains on the first samples of the stream.
     *
     * @throws IllegalArgumentException when there is no sensor, or the training span is shorter than
     *     {@value TrainedDetector#FEWEST_TRAINING_SAMPLES} samples
     */
    public ForestVoter(int sensors, int trainingSamples) {
        super(MAGIC, sensors, trainingSamples, 1);
    }

    /**
     * The detector as it was when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static ForestVoter restore(byte[] snapshot) {
        return restore(snapshot, MAGIC, ForestVoter::new);
    }

    @Override
    void learn(List<double[]> deviations, int from) {
        List<double[]> samples = TrainingSamples.of(deviations, from);
        float[] all = new float[samples.size() * sensors()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) samples.get(i / sensors())[i % sensors()];
        }
        int half = samples.size() / 2 * sensors();
        RandomCutForest early = grow(all, half);
        double[] scores = new double[samples.size() - samples.size() / 2];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = early.getAnomalyScore(sample(all, half + i * sensors()));
        }
        Arrays.sort(scores);
        usual = scores[scores.length / 2];
        threshold = Math.max(usual + LEAST_ROOM, scores[(int) (STRICTNESS * (scores.length - 1))]);
        grownFrom = all;
        forest = grow(all, all.length);
    }

    private RandomCutForest grow(float[] samples, int length) {
        RandomCutForest grown = RandomCutForest.builder()
                .dimensions(sensors())
                .numberOfTrees(TREES)
                .sampleSize(TREE_SAMPLES)
                .randomSeed(SEED)
                .parallelExecutionEnabled(false)
                .build();
        for (int from = 0; from < length; from += sensors()) {
            grown.update(sample(samples, from));
        }
        return grown;
    }

    private float[] sample(float[] samples, int from) {
        return Arrays.copyOfRange(samples, from, from + sensors());
    }

    @Override
    double distance(double[] deviations, int measured) {
        RandomCutForest known = forest;
        if (measured == 0 || known == null) {
            return 0;
        }
        float[] sample = new float[deviations.length];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) deviations[i];
        }
        return Math.max(0, known.getAnomalyScore(sample) - usual) / (threshold - usual);
    }

    @Override
    void writeLearned(StateWriter out) {
        out.putDouble(usual);
        out.putDouble(threshold);
        out.putFloats(grownFrom, grownFrom.length);
    }

    @Override
    void readLearned(StateReader in) {
        usual = in.getDouble();
        threshold = in.getDouble();
        float[] samples = new float[sensors() * trainingSamples()];
        int length = in.getFloats(samples);
        grownFrom = Arrays.copyOf(samples, length);
        forest = length == 0 ? null : grow(grownFrom, length);
    }
}
