package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * Tells how far one sensor does what it has never done before.
 *
 * <p>The newest stretch of readings is compared with every stretch in memory, at several time scales and in level and
 * volatility ({@link NoveltyScale}); so is the value with the range seen so far. The most novel of these is the score,
 * damped by past peaks ({@link PeakDamping}) and kept only where it is a record ({@link RecordGate}). How rare a score is
 * follows from the sensor's own past peaks ({@link PeakTail}).
 *
 * <ul>
 *   <li>The first 150 usable samples are warm-up.
 *   <li>A NaN or infinite value, and one that repeats the time and value of the sample before, scores 0 and teaches nothing.
 *   <li>Samples are taken in the order in which they come; time serves only to know how many make a day.
 *   <li>A gap is passed over. A constant sensor scores 0, and near 1 when it first moves.
 * </ul>
 *
 * <p>Takes in about 150,000 samples a second on one core; a snapshot has at most 80 KB, the memory about twice that.
 */
public final class NoveltyDetector implements Detector {
    /** The most samples on which a score can rest. */
    static final int LONGEST_WINDOW = 24 * 8;

    private static final String MAGIC = "WKND";
    private static final int VERSION = 1;
    private static final int WARM_UP_SAMPLES = 150;
    /** Values further than this from the first one are taken to be this far. */
    private static final double FARTHEST = 1e15;

    private static final double VOLATILITY_WEIGHT = 0.35;
    /** The score that is worth one half. */
    private static final double HALF = 3;

    private final Spread spread = new Spread();
    private final Spread volatilitySpread = new Spread();
    private final RollingDeviation deviation = new RollingDeviation();
    private final NoveltyScale[] scales = {new NoveltyScale(3, 1), new NoveltyScale(24, 8), new NoveltyScale(6, 16)};
    private final NoveltyScale volatility = new NoveltyScale(3, 1);
    private final RecordGate gate = new RecordGate();
    private final PeakDamping damping = new PeakDamping();
    private final PeakTail tail = new PeakTail();
    private final SamplingInterval interval = new SamplingInterval();
    private final ExpectedBand band = new ExpectedBand();
    private double origin = Double.NaN;
    private double low;
    private double high;
    private long samples;
    private long lastTime = Long.MIN_VALUE;
    private double lastValue = Double.NaN;
    private double novelty;
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
        if (Double.isFinite(value) && !repeated) {
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
        if (raised > 0) {
            tail.learn(raised);
        }
        return new Score(false, raised / (raised + HALF), perDay, expectedLow, expectedHigh);
    }

    private double judge(double value) {
        samples++;
        double usual = spread.value();
        double rolling = deviation.add(value);
        novelty = 0;
        if (samples > 1) {
            offer(Math.max(value - high, low - value) / usual, 1);
        }
        for (NoveltyScale scale : scales) {
            offer(scale.add(value, usual), scale.samples());
        }
        offer(
                VOLATILITY_WEIGHT * volatility.add(rolling, volatilitySpread.value()),
                RollingDeviation.SAMPLES + volatility.samples() - 1);
        learn(value, rolling);
        if (samples <= WARM_UP_SAMPLES) {
            return 0;
        }
        tail.count();
        return damping.add(gate.add(novelty));
    }

    private void offer(double candidate, int window) {
        if (candidate > novelty) {
            novelty = candidate;
            judgedSamples = window;
        }
    }

    /** On how many samples the last score above 0 rests. */
    int judgedSamples() {
        return judgedSamples;
    }

    private void learn(double value, double rolling) {
        low = samples == 1 ? value : Math.min(low, value);
        high = samples == 1 ? value : Math.max(high, value);
        spread.add(value);
        volatilitySpread.add(rolling);
        band.add(value);
    }

    @Override
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        spread.write(out);
        volatilitySpread.write(out);
        deviation.write(out);
        for (NoveltyScale scale : scales) {
            scale.write(out);
        }
        volatility.write(out);
        gate.write(out);
        damping.write(out);
        tail.write(out);
        interval.write(out);
        band.write(out);
        out.putDoubles(new double[] {origin, low, high, lastValue});
        out.putLong(samples);
        out.putLong(lastTime);
        out.putInt(judgedSamples);
        return out.toBytes();
    }

    private void read(StateReader in) {
        spread.read(in);
        volatilitySpread.read(in);
        deviation.read(in);
        for (NoveltyScale scale : scales) {
            scale.read(in);
        }
        volatility.read(in);
        gate.read(in);
        damping.read(in);
        tail.read(in);
        interval.read(in);
        band.read(in);
        double[] numbers = new double[4];
        in.getDoubles(numbers);
        origin = numbers[0];
        low = numbers[1];
        high = numbers[2];
        lastValue = numbers[3];
        samples = in.getLong();
        lastTime = in.getLong();
        judgedSamples = in.getInt();
    }
}
