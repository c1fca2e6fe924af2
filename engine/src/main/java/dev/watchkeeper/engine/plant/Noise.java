package dev.watchkeeper.engine.plant;

import java.util.SplittableRandom;

/**
 * A source of chance of its own for each part of the plant, so that what happens in one does not change the others.
 * Every part draws the same number each second, whatever happens.
 */
final class Noise {
    /** Keeps the sequences of neighbouring seeds apart; any odd number but the generator's own step does. */
    static final long SPREAD = 0xBF58476D1CE4E5B9L;

    private final SplittableRandom random;

    Noise(long seed, String part) {
        random = new SplittableRandom(seed * SPREAD + part.hashCode());
    }

    /** Normal, of mean 0 and standard deviation 1. */
    double normal() {
        return random.nextGaussian();
    }

    /** Even, in [0, 1). */
    double even() {
        return random.nextDouble();
    }

    /** Noise that wanders: first-order autoregressive, of mean 0 and standard deviation 1. */
    static final class Wandering {
        private final Noise noise;
        private final double keep;
        private double value;

        /** @param seconds after which it has forgotten where it was, by a factor of e */
        Wandering(Noise noise, double seconds) {
            this.noise = noise;
            this.keep = Math.exp(-1 / seconds);
        }

        double next() {
            value = keep * value + Math.sqrt(1 - keep * keep) * noise.normal();
            return value;
        }
    }
}
