package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * Novelty of a signal at one time scale: the distance to the nearest earlier window, over what that distance usually is.
 * Not thread-safe.
 */
final class NoveltyScale {
    /** Distances by which the usual one is known. */
    private static final int DISTANCES = 1_000;

    /** How many distances of one spread each are taken to have come before the first. */
    private static final double PRIOR_DISTANCES = 10;

    private static final double USUAL = 0.9;
    /** Keeps the ratio finite where everything has been seen before, in spreads. */
    private static final double FLOOR_SPREADS = 0.3;

    private final int samples;
    private final NearestWindow windows;
    private final SlidingQuantile distances = new SlidingQuantile(DISTANCES);

    NoveltyScale(int blockSamples, int blocks) {
        samples = blockSamples * blocks;
        windows = new NearestWindow(blockSamples, blocks);
    }

    /** How many samples a window spans. */
    int samples() {
        return samples;
    }

    /**
     * Takes in the next sample.
     *
     * @param spread the signal's usual spread, in its unit
     * @return how novel the window is that ends here, 1 being unusual; 0 where no window ends
     */
    double add(double value, double spread) {
        float distance = windows.add(value);
        if (Float.isNaN(distance)) {
            return 0;
        }
        double known = distances.size();
        double usual = (known * distances.quantile(USUAL) + PRIOR_DISTANCES * spread) / (known + PRIOR_DISTANCES);
        double ratio = distance / (FLOOR_SPREADS * spread + usual);
        distances.add(distance);
        return ratio;
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
