package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * Tells how far one sensor does what it has never done before.
 *
 * <p>The newest stretch of readings is compared with every stretch in memory, at four time scales ({@link NoveltyScale}); the
 * value also with the range seen so far ({@link RangeExit}). The Euclidean norm of these is the novelty; it counts only where
 * it is a record ({@link RecordGate}), and less where novelties as high came before ({@link PeakDamping}). How rare that is
 * follows from the sensor's own past peaks ({@link PeakTail}).
 *
 * <ul>
 *   <li>The first 100 usable samples are warm-up.
 *   <li>A NaN or infinite value, and one that repeats the time and value of the sample before, scores 0 and teaches nothing.
 *   <li>Samples are taken in the order in which they come; time serves only to know how many make a day. While all samples
 *       have the same time, that is unknown and {@code falseAlarmsPerDay} infinite.
 *   <li>A gap is passed over. A constant sensor scores 0, and near 1 when it first moves.
 *   <li>A sensor that stays where it moved to grows silent: it has been seen there.
 * </ul>
 *
 * <p>Takes in 120,000 (white noise) to 500,000 (smooth) samples per second of processor time. A snapshot has at most 65 KB, the
 * memory about twice that.
 */
public final class NoveltyDetector implements Detector {
    /** The most samples on which a score can rest. */
    static final int LONGEST_WINDOW = 24 * 8;

    private static final String MAGIC = "WKND";
    private static final int VERSION = 1;
    private static final int WARM_UP_SAMPLES = 100;
    /** Values further than this from the first one are taken to be this far. */
    private static final double FARTHEST = 1e15;

    /** The score that is worth one half. */
    private static final double HALF = 3;

    private final Spread spread = new Spread();
    private final RangeExit range = new RangeExit();
    private final NoveltyScale[] scales = {
        new NoveltyScale(3, 1, 1),
        new NoveltyScale(24, 8, 1),
        new NoveltyScale(6, 16, 1.4),
        new NoveltyScale(12, 4, 0.7)
    };
    private final RecordGate gate = new RecordGate();
    private final PeakDamping damping = new PeakDamping();
    private final PeakTail tail = new PeakTail();
    private final SamplingInterval interval = new SamplingInterval();
    private final ExpectedBand band = new ExpectedBand();
    private double origin = Double.NaN;
    private long samples;
    private long lastTime = Long.MIN_VALUE;
    private double lastValue = Double.NaN;
    private double sum;
    private double strongest;
    private int judgedSamples;

    public NoveltyDetector() {}

    /**
     * The detector as it was when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static NoveltyDetector restore(byte[] snapshot) {
        NoveltyDetector detector = new NoveltyDetector();
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        detector.read(in);
        in.end();
        return detector;
    }

    @Override
    public int sensors() {
        return 1;
    }

    @Override
    public Score score(long timeMillis, double[] values) {
        if (values.length != 1) {
            throw new IllegalArgumentException("one value per sample, not " + values.length);
        }
        return score(timeMillis, values[0]);
    }

    /** As {@link #score(long, double[])}. */
    public Score score(long timeMillis, double value) {
        double expectedLow = origin + band.low();
        double expectedHigh = origin + band.high();
        boolean repeated = timeMillis == lastTime && value == lastValue;
        double raised = 0;
        boolean learned = Double.isFinite(value) && !repeated;
        if (learned) {
            if (Double.isNaN(origin)) {
                origin = value;
            }
            interval.add(timeMillis);
            raised = judge(Math.max(-FARTHEST, Math.min(FARTHEST, value - origin)));
            lastTime = timeMillis;
            lastValue = value;
        }
        if (samples <= WARM_UP_SAMPLES) {
            return new Score(true, 0, Double.POSITIVE_INFINITY, expectedLow, expectedHigh);
        }
        double perDay = tail.share(raised) * interval.samplesPerDay();
        if (learned) {
            tail.add(raised);
        }
        return new Score(false, raised / (raised + HALF), perDay, expectedLow, expectedHigh);
    }

    private double judge(double value) {
        samples++;
        sum = 0;
        strongest = 0;
        include(range.add(value) / spread.value(), 1);
        for (NoveltyScale scale : scales) {
            include(scale.add(value, spread), scale.samples());
        }
        spread.add(value);
        band.add(value);
        if (samples <= WARM_UP_SAMPLES) {
            return gate.add(0);
        }
        return damping.add(gate.add(Math.sqrt(sum)));
    }

    private void include(double novelty, int window) {
        sum += novelty * novelty;
        if (novelty > strongest) {
            strongest = novelty;
            judgedSamples = window;
        }
    }

    /** On how many samples the last score above 0 rests. */
    int judgedSamples() {
        return judgedSamples;
    }

    @Override
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        spread.write(out);
        range.write(out);
        for (NoveltyScale scale : scales) {
            scale.write(out);
        }
        gate.write(out);
        damping.write(out);
        tail.write(out);
        interval.write(out);
        band.write(out);
        out.putDoubles(new double[] {origin, lastValue});
        out.putLong(samples);
        out.putLong(lastTime);
        out.putInt(judgedSamples);
        return out.toBytes();
    }

    private void read(StateReader in) {
        spread.read(in);
        range.read(in);
        for (NoveltyScale scale : scales) {
            scale.read(in);
        }
        gate.read(in);
        damping.read(in);
        tail.read(in);
        interval.read(in);
        band.read(in);
        double[] numbers = new double[2];
        in.getDoubles(numbers);
        origin = numbers[0];
        lastValue = numbers[1];
        samples = in.getLong();
        lastTime = in.getLong();
        judgedSamples = in.getInt();
    }
}
