package dev.watchkeeper.engine.detect.limit;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import java.time.Duration;

/**
 * Scores 1 while a sensor rises or falls faster than a limit, else 0, with a deadband (ANSI/ISA-18.2).
 *
 * <p>The rate is taken between readings that are at least a given time apart, so that noise does not count as change; between
 * these what was found holds. Longer gaps give the mean rate over the gap. Beyond the limit 0 false alarms a day are
 * expected, inside it infinitely many score as high. There is no warm-up; the first reading scores 0. A NaN or infinite value
 * and a reading of an earlier time say nothing. Not thread-safe; holds 64 bytes.
 */
public final class RateOfChangeDetector implements Detector {
    private static final String MAGIC = "WKRC";
    private static final int VERSION = 1;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final double mostPerSecond;
    private final double deadbandPerSecond;
    private final long overMillis;
    private boolean beyond;
    private long sinceMillis;
    private double since = Double.NaN;

    /**
     * Limits the rate in both directions.
     *
     * @param mostPerSecond in the sensor's unit a second; more than 0
     * @param deadbandPerSecond by how much the rate has to fall below the limit before it counts as kept again
     * @param over the least time over which the rate is taken; at least a millisecond
     * @throws IllegalArgumentException when one of them is out of its range
     */
    public RateOfChangeDetector(double mostPerSecond, double deadbandPerSecond, Duration over) {
        if (!(mostPerSecond > 0 && Double.isFinite(mostPerSecond))) {
            throw new IllegalArgumentException("rate limit " + mostPerSecond + " is not more than 0");
        }
        if (!(deadbandPerSecond >= 0 && deadbandPerSecond < mostPerSecond)) {
            throw new IllegalArgumentException(
                    "deadband " + deadbandPerSecond + " does not lie in [0, " + mostPerSecond + ")");
        }
        if (over.toMillis() < 1) {
            throw new IllegalArgumentException("rate over " + over + ", which is less than a millisecond");
        }
        this.mostPerSecond = mostPerSecond;
        this.deadbandPerSecond = deadbandPerSecond;
        overMillis = over.toMillis();
    }

    /**
     * The detector as it was when the snapshot was taken.
     *
     * @throws UnreadableStateException when the bytes are no snapshot of this
     */
    public static RateOfChangeDetector restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        double most = in.getDouble();
        double deadband = in.getDouble();
        long over = in.getLong();
        boolean beyond = in.getBoolean();
        long sinceMillis = in.getLong();
        double since = in.getDouble();
        in.end();
        try {
            RateOfChangeDetector detector = new RateOfChangeDetector(most, deadband, Duration.ofMillis(over));
            detector.beyond = beyond;
            detector.sinceMillis = sinceMillis;
            detector.since = since;
            return detector;
        } catch (IllegalArgumentException e) {
            throw new UnreadableStateException("a " + MAGIC + " snapshot is damaged: " + e.getMessage(), e);
        }
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
        double value = values[0];
        if (Double.isFinite(value)) {
            if (Double.isNaN(since)) {
                begin(timeMillis, value);
            } else if (timeMillis - sinceMillis >= overMillis) {
                double rate = Math.abs(value - since) / (timeMillis - sinceMillis) * MILLIS_PER_SECOND;
                beyond = rate > mostPerSecond - (beyond ? deadbandPerSecond : 0);
                begin(timeMillis, value);
            }
        }
        return Rule.score(beyond, Double.NaN, Double.NaN);
    }

    private void begin(long timeMillis, double value) {
        sinceMillis = timeMillis;
        since = value;
    }

    @Override
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putDouble(mostPerSecond);
        out.putDouble(deadbandPerSecond);
        out.putLong(overMillis);
        out.putBoolean(beyond);
        out.putLong(sinceMillis);
        out.putDouble(since);
        return out.toBytes();
    }
}
