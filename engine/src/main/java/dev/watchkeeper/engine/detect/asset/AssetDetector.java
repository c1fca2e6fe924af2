package dev.watchkeeper.engine.detect.asset;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells how far the sensors of an asset, taken together, have left the behaviour of a training span.
 *
 * <p>A multivariate EWMA control chart (Lowry et al., <i>A Multivariate Exponentially Weighted Moving Average Control
 * Chart</i>, Technometrics 1992) whose scales are learned walk-forward ({@link Baseline}): the root mean square of the
 * sensors' deviations, joined with their Mahalanobis distance under the correlations of the training span
 * ({@link JointDistance}). Both are sums over the sensors, and so say how much each of them has to do with the score.
 *
 * <ul>
 *   <li>The first 400 samples, or as many as are asked for, are the training span and warm-up. They should be normal
 *       operation; what is abnormal in them widens the scales.
 *   <li>The score stays high as long as the asset stays abnormal. What is abnormal is hardly learned: it takes some 50,000
 *       samples to become normal. Slow drift of what is normal is followed.
 *   <li>A NaN or infinite value says nothing of its sensor: that one contributes 0, and the score is the mean over the others.
 *       A sample without any value scores 0.
 *   <li>A sensor that was measured in less than half of the training span is left out until it has been measured so often.
 *   <li>A sample that repeats the time and values of the one before gets its score, and teaches nothing.
 *   <li>Samples are taken in the order in which they come; time serves only to know how many make a day. A gap is passed over.
 *   <li>A sensor that stood still in training adds nothing until it moves; see {@link Baseline}.
 * </ul>
 *
 * <p>Takes in about a million samples of eight sensors a second on one core. Memory: 4 KB, and for each sensor 500 bytes, and 8
 * more for each sample of the training span until that is over.
 */
public final class AssetDetector implements Detector {
    /** The samples of the training span, where nothing else is asked for. */
    public static final int TRAINING_SAMPLES = 400;

    /** The fewest samples that a training span can have. */
    public static final int FEWEST_TRAINING_SAMPLES = 80;

    /** The value of a score from which on a sample is abnormal, whatever is known of how rare that is. */
    public static final double ABNORMAL = 0.5;

    /** About as many samples bear on a score. */
    static final int JUDGED_SAMPLES = 20;

    private static final String MAGIC = "WKAD";
    private static final int VERSION = 1;

    /** What the Mahalanobis distance counts beside the root mean square. */
    private static final double JOINT_WEIGHT = 0.3;
    /** The distance, in scales, that is worth one half where there are eight sensors or more. */
    private static final double HALF = 2.2;

    private static final double MANY_SENSORS = 8;

    private final int trainingSamples;
    private final SensorTrack[] tracks;
    private final JointDistance joint;
    private final double half;
    private final ScoreTail tail;
    private final SamplingRate rate = new SamplingRate();
    private final double[] deviations;
    private final double[] contributions;
    private long samples;
    private int settling;
    private long lastTime = Long.MIN_VALUE;
    private final double[] lastValues;
    private double lastDistance = Double.NaN;
    private double lastShare = 1;

    /** Trains on the first {@value #TRAINING_SAMPLES} samples. */
    public AssetDetector(int sensors) {
        this(sensors, TRAINING_SAMPLES);
    }

    /**
     * Trains on the first samples of the stream.
     *
     * @throws IllegalArgumentException when there is no sensor, or the training span is shorter than
     *     {@value #FEWEST_TRAINING_SAMPLES} samples
     */
    public AssetDetector(int sensors, int trainingSamples) {
        if (sensors < 1) {
            throw new IllegalArgumentException("an asset has at least one sensor, not " + sensors);
        }
        if (trainingSamples < FEWEST_TRAINING_SAMPLES) {
            throw new IllegalArgumentException(
                    "a training span has at least " + FEWEST_TRAINING_SAMPLES + " samples, not " + trainingSamples);
        }
        this.trainingSamples = trainingSamples;
        tracks = new SensorTrack[sensors];
        Arrays.setAll(tracks, sensor -> new SensorTrack(trainingSamples));
        joint = new JointDistance(sensors);
        half = half(sensors);
        tail = new ScoreTail(half);
        deviations = new double[sensors];
        contributions = new double[sensors];
        lastValues = new double[sensors];
    }

    /**
     * A detector that has been trained on a recording, and is to judge another one of the same asset.
     *
     * @param recording samples in the order of time, each with one value per sensor
     * @throws IllegalArgumentException when the recording is too short, or its samples are not of one length
     */
    public static AssetDetector trainedOn(double[][] recording) {
        AssetDetector detector = new AssetDetector(recording.length == 0 ? 1 : recording[0].length, recording.length);
        for (double[] sample : recording) {
            detector.checkLength(sample);
            detector.collect(sample);
        }
        for (SensorTrack track : detector.tracks) {
            track.restart();
        }
        detector.settling = Smoothing.SETTLING_SAMPLES;
        return detector;
    }

    /**
     * The detector as it was when the snapshot was taken.
     *
     * @throws UnreadableStateException when the bytes are no snapshot of this
     */
    public static AssetDetector restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        int sensors = in.getInt();
        int trainingSamples = in.getInt();
        AssetDetector detector;
        try {
            detector = new AssetDetector(sensors, trainingSamples);
        } catch (IllegalArgumentException e) {
            throw new UnreadableStateException("snapshot is damaged: " + e.getMessage(), e);
        }
        detector.read(in);
        in.end();
        return detector;
    }

    @Override
    public int sensors() {
        return tracks.length;
    }

    /** How many samples the training span has. */
    public int trainingSamples() {
        return trainingSamples;
    }

    /**
     * How much each sensor has to do with the last score: shares of at least 0 that add up to 1, or all 0 where the score
     * is 0.
     */
    public double[] contributions() {
        return contributions.clone();
    }

    @Override
    public Score score(long timeMillis, double[] values) {
        checkLength(values);
        if (timeMillis != lastTime || !Arrays.equals(values, lastValues)) {
            rate.add(timeMillis);
            judge(values);
            lastTime = timeMillis;
            System.arraycopy(values, 0, lastValues, 0, values.length);
        }
        if (Double.isNaN(lastDistance)) {
            return Score.NONE;
        }
        double value = lastDistance / (lastDistance + half);
        return new Score(false, value, lastShare * rate.samplesPerDay(), Double.NaN, Double.NaN);
    }

    /** The mean over few sensors varies more: what is above 1 goes with the inverse root of their number. */
    private static double half(int sensors) {
        return 1 + (HALF - 1) * Math.sqrt(MANY_SENSORS / Math.min(sensors, MANY_SENSORS));
    }

    private void checkLength(double[] values) {
        if (values.length != tracks.length) {
            throw new IllegalArgumentException(
                    "a sample has " + tracks.length + " values, one per sensor, not " + values.length);
        }
    }

    private void judge(double[] values) {
        Arrays.fill(contributions, 0);
        lastDistance = Double.NaN;
        lastShare = 1;
        if (samples < trainingSamples) {
            collect(values);
            return;
        }
        int measured = 0;
        boolean trained = false;
        for (int i = 0; i < tracks.length; i++) {
            double deviation = tracks[i].judge(values[i]);
            trained |= tracks[i].isTrained();
            measured += Double.isNaN(deviation) ? 0 : 1;
            deviations[i] = Double.isNaN(deviation) ? 0 : deviation;
        }
        if (settling > 0) {
            settling--;
        } else if (trained) {
            lastDistance = measured == 0 ? 0 : distance(measured);
            if (measured > 0) {
                lastShare = tail.share(lastDistance);
                tail.learn(lastDistance);
            }
        }
    }

    private void collect(double[] values) {
        boolean measured = false;
        for (double value : values) {
            measured |= Double.isFinite(value);
        }
        if (!measured) {
            return;
        }
        for (int i = 0; i < tracks.length; i++) {
            tracks[i].collect(values[i]);
        }
        samples++;
        if (samples == trainingSamples) {
            List<double[]> spans = new ArrayList<>();
            for (SensorTrack track : tracks) {
                spans.add(track.train());
            }
            joint.learn(spans, Smoothing.SETTLING_SAMPLES);
        }
    }

    private double distance(int measured) {
        joint.split(deviations, contributions);
        double squared = 0;
        double positive = 0;
        for (int i = 0; i < tracks.length; i++) {
            double share = (1 - JOINT_WEIGHT) * deviations[i] * deviations[i] + JOINT_WEIGHT * contributions[i];
            squared += share;
            contributions[i] = Math.max(0, share);
            positive += contributions[i];
        }
        for (int i = 0; i < tracks.length && positive > 0; i++) {
            contributions[i] /= positive;
        }
        return Math.sqrt(Math.max(0, squared) / measured);
    }

    @Override
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putInt(tracks.length);
        out.putInt(trainingSamples);
        out.putLong(samples);
        out.putInt(settling);
        for (SensorTrack track : tracks) {
            track.write(out);
        }
        joint.write(out);
        tail.write(out);
        rate.write(out);
        out.putLong(lastTime);
        out.putDoubles(lastValues);
        out.putDoubles(contributions);
        out.putDouble(lastDistance);
        out.putDouble(lastShare);
        return out.toBytes();
    }

    private void read(StateReader in) {
        samples = in.getLong();
        settling = in.getInt();
        for (SensorTrack track : tracks) {
            track.read(in);
        }
        joint.read(in);
        tail.read(in);
        rate.read(in);
        lastTime = in.getLong();
        in.getDoubles(lastValues);
        in.getDoubles(contributions);
        lastDistance = in.getDouble();
        lastShare = in.getDouble();
    }
}
