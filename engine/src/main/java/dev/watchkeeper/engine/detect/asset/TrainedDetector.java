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
 * What detectors of an asset have in common that learn from a training span how its sensors deviate from their baselines
 * together, and then say how far a sample is from that.
 *
 * <ul>
 *   <li>The first 400 samples, or as many as are asked for, are the training span and warm-up. They should be normal
 *       operation; what is abnormal in them widens the scales.
 *   <li>The score stays high as long as the asset stays abnormal. What is abnormal is hardly learned: it takes some 50,000
 *       samples to become normal. Slow drift of what is normal is followed ({@link Baseline}).
 *   <li>A NaN or infinite value says nothing of its sensor. A sample without any value scores 0.
 *   <li>A sensor that was measured in less than half of the training span is left out until it has been measured so often.
 *   <li>A sample that repeats the time and values of the one before gets its score, and teaches nothing.
 *   <li>Samples are taken in the order in which they come; time serves only to know how many make a day. A gap is passed over.
 *   <li>A sensor that stood still in training adds nothing until it moves.
 * </ul>
 *
 * <p>Not thread-safe.
 */
abstract class TrainedDetector implements Detector {
    /** The samples of the training span, where nothing else is asked for. */
    public static final int TRAINING_SAMPLES = 400;

    /** The fewest samples that a training span can have. */
    public static final int FEWEST_TRAINING_SAMPLES = 80;

    /** The value of a score from which on a sample is abnormal, whatever is known of how rare that is. */
    public static final double ABNORMAL = 0.5;

    private static final int VERSION = 1;

    private final String magic;
    private final int trainingSamples;
    private final double half;
    private final SensorTrack[] tracks;
    private final ScoreTail tail;
    private final SamplingRate rate = new SamplingRate();
    private final double[] deviations;
    private long samples;
    private int settling;
    private long lastTime = Long.MIN_VALUE;
    private final double[] lastValues;
    private double lastDistance = Double.NaN;
    private double lastShare = 1;

    /**
     * Begins the training span.
     *
     * @param magic four characters that name the snapshot
     * @param half the distance that is worth a score of one half
     * @throws IllegalArgumentException when there is no sensor, or the training span is too short
     */
    TrainedDetector(String magic, int sensors, int trainingSamples, double half) {
        if (sensors < 1) {
            throw new IllegalArgumentException("an asset has at least one sensor, not " + sensors);
        }
        if (trainingSamples < FEWEST_TRAINING_SAMPLES) {
            throw new IllegalArgumentException(
                    "a training span has at least " + FEWEST_TRAINING_SAMPLES + " samples, not " + trainingSamples);
        }
        this.magic = magic;
        this.trainingSamples = trainingSamples;
        this.half = half;
        tracks = new SensorTrack[sensors];
        Arrays.setAll(tracks, sensor -> new SensorTrack(trainingSamples));
        tail = new ScoreTail(half);
        deviations = new double[sensors];
        lastValues = new double[sensors];
    }

    /**
     * The training span is over.
     *
     * @param deviations for each sensor how far it was from its median, in scales, one per sample; 0 where it was not
     *     measured; an empty array for a sensor of which too little was measured
     * @param from the first sample at which the smoothing has settled
     */
    abstract void learn(List<double[]> deviations, int from);

    /**
     * How far a sample is from what was learned.
     *
     * @param deviations one per sensor, in scales; 0 where it was not measured; not to be changed
     * @param measured how many of them were measured; 0 where there is nothing to be said
     */
    abstract double distance(double[] deviations, int measured);

    abstract void writeLearned(StateWriter out);

    abstract void readLearned(StateReader in);

    @Override
    public final int sensors() {
        return tracks.length;
    }

    /** How many samples the training span has. */
    public final int trainingSamples() {
        return trainingSamples;
    }

    @Override
    public final Score score(long timeMillis, double[] values) {
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

    private void checkLength(double[] values) {
        if (values.length != tracks.length) {
            throw new IllegalArgumentException(
                    "a sample has " + tracks.length + " values, one per sensor, not " + values.length);
        }
    }

    private void judge(double[] values) {
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
            double distance = distance(deviations, measured);
            lastDistance = distance;
            if (measured > 0) {
                lastShare = tail.share(distance);
                tail.learn(distance);
            }
        }
    }

    private void collect(double[] values) {
        if (Arrays.stream(values).noneMatch(Double::isFinite)) {
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
            learn(spans, Smoothing.SETTLING_SAMPLES);
        }
    }

    /** Trains on a whole recording; what comes next is another one of the same asset. */
    final void train(double[][] recording) {
        for (double[] sample : recording) {
            checkLength(sample);
            collect(sample);
        }
        for (SensorTrack track : tracks) {
            track.restart();
        }
        settling = Smoothing.SETTLING_SAMPLES;
    }

    @Override
    public final byte[] snapshot() {
        StateWriter out = new StateWriter(magic, VERSION);
        out.putInt(tracks.length);
        out.putInt(trainingSamples);
        out.putLong(samples);
        out.putInt(settling);
        for (SensorTrack track : tracks) {
            track.write(out);
        }
        tail.write(out);
        rate.write(out);
        out.putLong(lastTime);
        out.putDoubles(lastValues);
        out.putDouble(lastDistance);
        out.putDouble(lastShare);
        writeLearned(out);
        return out.toBytes();
    }

    /** Makes a detector of a number of sensors and training samples. */
    @FunctionalInterface
    interface Maker<T extends TrainedDetector> {
        /** Before its training. */
        T make(int sensors, int trainingSamples);
    }

    static <T extends TrainedDetector> T restore(byte[] snapshot, String magic, Maker<T> maker) {
        StateReader in = new StateReader(snapshot, magic, VERSION);
        int sensors = in.getInt();
        int trainingSamples = in.getInt();
        T detector;
        try {
            detector = maker.make(sensors, trainingSamples);
        } catch (IllegalArgumentException e) {
            throw new UnreadableStateException("a " + magic + " snapshot is damaged: " + e.getMessage(), e);
        }
        TrainedDetector common = detector;
        common.read(in);
        in.end();
        return detector;
    }

    private void read(StateReader in) {
        samples = in.getLong();
        settling = in.getInt();
        for (SensorTrack track : tracks) {
            track.read(in);
        }
        tail.read(in);
        rate.read(in);
        lastTime = in.getLong();
        in.getDoubles(lastValues);
        lastDistance = in.getDouble();
        lastShare = in.getDouble();
        readLearned(in);
    }
}
