package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion beside {@link AssetDetector}: whether a sample's deviations lie outside the region in which those of the
 * training span lie, by a one-class support vector machine ({@link OneClassSvm}).
 *
 * <p>Trained once, by the last sample of the training span, which takes some 50 ms (half a second at first) for 400 samples;
 * from then on only the baselines learn. Takes in about 300,000 samples of eight sensors a second on one core. Its threshold is walk-forward: how far outside the second half of the span lies of a machine
 * that was trained on the first. What holds of training, missing values, repeats and time stands at {@link TrainedDetector};
 * a missing sensor counts as being at its baseline. Memory: beyond that of the baselines at most 8 bytes a sensor and training
 * sample.
 */
public final class SvmVoter extends TrainedDetector {
    private static final String MAGIC = "WKSV";
    private static final double STRICTNESS = 0.99;
    /** The least threshold, as a share of the farthest that a sample can be outside. */
    private static final double LEAST_THRESHOLD = 0.05;

    private @Nullable OneClassSvm machine;
    private double threshold = 1;

    /** Trains on the first {@value TrainedDetector#TRAINING_SAMPLES} samples. */
    public SvmVoter(int sensors) {
        this(sensors, TRAINING_SAMPLES);
    }

    /**
     * Trains on the first samples of the stream.
     *
     * @throws IllegalArgumentException when there is no sensor, or the training span is shorter than
     *     {@value TrainedDetector#FEWEST_TRAINING_SAMPLES} samples
     */
    public SvmVoter(int sensors, int trainingSamples) {
        super(MAGIC, sensors, trainingSamples, 1);
    }

    /**
     * The detector as it was when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static SvmVoter restore(byte[] snapshot) {
        return restore(snapshot, MAGIC, SvmVoter::new);
    }

    @Override
    void learn(List<double[]> deviations, int from) {
        List<double[]> samples = TrainingSamples.of(deviations, from);
        List<double[]> first = samples.subList(0, samples.size() / 2);
        OneClassSvm early = OneClassSvm.train(first);
        double[] outside = samples.subList(first.size(), samples.size()).stream()
                .mapToDouble(early::outside)
                .sorted()
                .toArray();
        OneClassSvm whole = OneClassSvm.train(samples);
        machine = whole;
        threshold = Math.max(LEAST_THRESHOLD * whole.farthest(), outside[(int) (STRICTNESS * (outside.length - 1))]);
    }

    @Override
    double distance(double[] deviations, int measured) {
        OneClassSvm known = machine;
        return measured == 0 || known == null ? 0 : Math.max(0, known.outside(deviations) / threshold);
    }

    @Override
    void writeLearned(StateWriter out) {
        out.putDouble(threshold);
        OneClassSvm known = machine;
        out.putBoolean(known != null);
        if (known != null) {
            known.write(out);
        }
    }

    @Override
    void readLearned(StateReader in) {
        threshold = in.getDouble();
        machine = in.getBoolean() ? OneClassSvm.read(in, sensors(), trainingSamples()) : null;
    }
}
