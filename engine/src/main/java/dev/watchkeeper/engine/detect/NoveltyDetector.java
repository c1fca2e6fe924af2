package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * <p>Takes in 120,000 (white noise) to 500,000 (smooth) samples per second of processor time. A snapshot has at most 98 KB, the
 * memory about half as much again.
 */
public final class NoveltyDetector implements Detector {
    /** The most samples on which a score can rest. */
    static final int LONGEST_WINDOW = 24 * 8;

    private static final String MAGIC = "WKND";
    /** From version 2 on it is known when the windows were. */
    private static final int VERSION = 2;

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
    /** How novel the newest samples were by their range and at each scale, where that was more than nothing, */
    private final double[] novelties = new double[1 + scales.length];
    /** and of which sample that is told, counted from 1. */
    private final long[] noveltyOf = new long[1 + scales.length];

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
            raised = judge(Math.max(-FARTHEST, Math.min(FARTHEST, value - origin)), timeMillis);
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

    private double judge(double value, long timeMillis) {
        samples++;
        sum = 0;
        strongest = 0;
        include(0, range.add(value) / spread.value(), 1);
        for (int i = 0; i < scales.length; i++) {
            include(i + 1, scales[i].add(value, timeMillis, spread), scales[i].samples());
        }
        spread.add(value);
        band.add(value);
        if (samples <= WARM_UP_SAMPLES) {
            return gate.add(0);
        }
        return damping.add(gate.add(Math.sqrt(sum)));
    }

    private void include(int part, double novelty, int window) {
        if (novelty == 0) {
            return;
        }
        novelties[part] = novelty;
        noveltyOf[part] = samples;
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

    /**
     * Why the sample that was scored last scored as it did; of use while it is unusual.
     *
     * @param sensor the one that the values are of
     */
    public Evidence evidence(SensorId sensor) {
        List<ScorePart> parts = new ArrayList<>();
        double all = 0;
        for (int i = 0; i < novelties.length; i++) {
            all += noveltyOf[i] == samples ? novelties[i] * novelties[i] : 0;
        }
        Optional<EarlierWindow> earlier = Optional.empty();
        double strongestScale = 0;
        for (int i = 0; i < novelties.length; i++) {
            if (noveltyOf[i] != samples || !(all > 0)) {
                continue;
            }
            parts.add(part(sensor, i, novelties[i] * novelties[i] / all));
            if (i > 0 && novelties[i] > strongestScale) {
                strongestScale = novelties[i];
                earlier = scales[i - 1].earlier(sensor, lastTime);
            }
        }
        return new Evidence(parts, earlier.map(List::of).orElse(List.of()));
    }

    private ScorePart part(SensorId sensor, int place, double share) {
        if (place == 0) {
            return new ScorePart(sensor, ScorePart.Kind.RANGE, 1, novelties[0], share);
        }
        NoveltyScale scale = scales[place - 1];
        ScorePart.Kind kind = scale.hasCourse() ? ScorePart.Kind.SHAPE : ScorePart.Kind.LEVEL;
        return new ScorePart(sensor, kind, scale.samples(), novelties[place], share);
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
        out.putDoubles(novelties);
        out.putLongs(noveltyOf);
        return out.toBytes();
    }

    private void read(StateReader in) {
        boolean timed = in.version() > 1;
        spread.read(in);
        range.read(in);
        for (NoveltyScale scale : scales) {
            scale.read(in, timed);
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
        if (timed) {
            in.getDoubles(novelties);
            in.getLongs(noveltyOf);
        }
    }
}
