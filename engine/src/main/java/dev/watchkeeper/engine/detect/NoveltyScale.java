package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

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
    private final SlidingQuantile distances = new SlidingQuantile(DISTANCES);

    NoveltyScale(int blockSamples, int blocks, double weight) {
        this.weight = weight;
        samples = blockSamples * blocks;
        fewest = samples < LONG_WINDOW ? 0 : FEWEST_DISTANCES;
        windows = new NearestWindow(blockSamples, blocks);
    }

    /** How many samples a window spans. */
    int samples() {
        return samples;
    }

    /**
     * Takes in the next sample.
     *
     * @param spread what is known of the signal without this sample
     * @return how novel the window is that ends here, 1 being unusual; 0 where no window ends
     */
    double add(double value, Spread spread) {
        float distance = windows.add(value);
        if (Float.isNaN(distance)) {
            return 0;
        }
        double tolerated = TOLERANCE * Math.abs(windows.mean() - spread.median());
        double ratio = distance / (FLOOR_SPREADS * spread.value() + distances.quantile(USUAL) + tolerated);
        boolean known = distances.size() >= fewest;
        distances.add(distance);
        return known ? weight * ratio : 0;
    }

    void write(StateWriter out) {
        windows.write(out);
        distances.write(out);
    }

    void read(StateReader in) {
        windows.read(in);
        distances.read(in);
    }
}
