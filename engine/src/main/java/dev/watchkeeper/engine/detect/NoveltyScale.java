package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Optional;

/**
 * Novelty of a signal at one time scale: the distance to the nearest earlier window, over what that distance usually is.
 * Not thread-safe.
 */
final class NoveltyScale {
    /** How many of the newest distances tell what is usual. */
    private static final int DISTANCES = 1_000;

    private static final double USUAL = 0.95;
    /** Keeps the ratio finite where everything has been seen before, in spreads. */
    private static final double FLOOR_SPREADS = 0.25;
    /** Far from the middle a sensor may differ more from time to time; as a share of that distance. */
    private static final double TOLERANCE = 0.05;
    /** From this window length on, in samples, a few distances must be known before the scale speaks. */
    private static final int LONG_WINDOW = 48;

    private static final int FEWEST_DISTANCES = 8;

    private final int samples;
    private final int fewest;
    private final double weight;
    private final NearestWindow windows;
    private final int blocks;
    private double distance;
    private double usual;
    private final SlidingQuantile distances = new SlidingQuantile(DISTANCES);

    NoveltyScale(int blockSamples, int blocks, double weight) {
        this.weight = weight;
        this.blocks = blocks;
        samples = blockSamples * blocks;
        fewest = samples < LONG_WINDOW ? 0 : FEWEST_DISTANCES;
        windows = new NearestWindow(blockSamples, blocks);
    }

    /** How many samples a window spans. */
    int samples() {
        return samples;
    }

    /** Whether a window has a course, and not only a level. */
    boolean hasCourse() {
        return blocks > 1;
    }

    /** The stretch that was compared last, and the one most like it; empty when either is not known. */
    Optional<EarlierWindow> earlier(SensorId sensor, long endMillis) {
        long start = windows.start();
        long foundStart = windows.foundStart();
        long foundEnd = windows.foundEnd();
        if (start == Long.MIN_VALUE || foundStart == Long.MIN_VALUE || foundEnd == Long.MIN_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new EarlierWindow(
                sensor,
                new TimeSpan(Instant.ofEpochMilli(start), Instant.ofEpochMilli(Math.max(start, endMillis) + 1)),
                new TimeSpan(Instant.ofEpochMilli(foundStart), Instant.ofEpochMilli(foundEnd)),
                distance,
                usual));
    }

    /**
     * Takes in the next sample.
     *
     * @param timeMillis event time of the sample
     * @param spread what is known of the signal without this sample
     * @return how novel the window is that ends here, 1 being unusual; 0 where no window ends
     */
    double add(double value, long timeMillis, Spread spread) {
        float distance = windows.add(value, timeMillis);
        if (Float.isNaN(distance)) {
            return 0;
        }
        double tolerated = TOLERANCE * Math.abs(windows.mean() - spread.median());
        double usual = FLOOR_SPREADS * spread.value() + distances.quantile(USUAL) + tolerated;
        double ratio = distance / usual;
        this.distance = distance;
        this.usual = usual;
        boolean known = distances.size() >= fewest;
        distances.add(distance);
        return known ? weight * ratio : 0;
    }

    void write(StateWriter out) {
        windows.write(out);
        distances.write(out);
        out.putDouble(distance);
        out.putDouble(usual);
    }

    /** @param timed whether the snapshot holds times and the last comparison */
    void read(StateReader in, boolean timed) {
        windows.read(in, timed);
        distances.read(in);
        if (timed) {
            distance = in.getDouble();
            usual = in.getDouble();
        }
    }
}
