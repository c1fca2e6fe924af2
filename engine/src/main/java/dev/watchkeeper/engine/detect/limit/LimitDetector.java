package dev.watchkeeper.engine.detect.limit;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;

/**
 * Scores 1 while a sensor is beyond its limits, else 0: high and low limit with deadband (ANSI/ISA-18.2).
 *
 * <p>A limit is a statement of a person, so normal operation never crosses it: beyond it 0 false alarms a day are expected,
 * inside it infinitely many score as high. There is no warm-up. A NaN or infinite value changes nothing: what held of the
 * value before still holds. Time does not matter. Not thread-safe; holds 40 bytes.
 */
public final class LimitDetector implements Detector {
    private static final String MAGIC = "WKLI";
    private static final int VERSION = 1;

    private final Limits limits;
    private boolean beyond;

    public LimitDetector(Limits limits) {
        this.limits = limits;
    }

    /**
     * The detector as it was when the snapshot was taken.
     *
     * @throws UnreadableStateException when the bytes are no snapshot of this
     */
    public static LimitDetector restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        double low = in.getDouble();
        double high = in.getDouble();
        double deadband = in.getDouble();
        boolean beyond = in.getBoolean();
        in.end();
        try {
            LimitDetector detector = new LimitDetector(new Limits(low, high, deadband));
            detector.beyond = beyond;
            return detector;
        } catch (IllegalArgumentException e) {
            throw new UnreadableStateException("a " + MAGIC + " snapshot is damaged: " + e.getMessage(), e);
        }
    }

    public Limits limits() {
        return limits;
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
        if (Double.isFinite(values[0])) {
            beyond = limits.isBeyond(values[0], beyond);
        }
        return Rule.score(beyond, finiteOrNaN(limits.low()), finiteOrNaN(limits.high()));
    }

    private static double finiteOrNaN(double limit) {
        return Double.isFinite(limit) ? limit : Double.NaN;
    }

    @Override
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putDouble(limits.low());
        out.putDouble(limits.high());
        out.putDouble(limits.deadband());
        out.putBoolean(beyond);
        return out.toBytes();
    }
}
