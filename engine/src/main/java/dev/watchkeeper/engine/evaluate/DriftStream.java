package dev.watchkeeper.engine.evaluate;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A stream of readings of spread 1 that is made up from a seed: a reference, calm readings of the same kind, and then readings
 * that drift or do not. The same kind and seed give the same stream.
 *
 * @param kind what happens to it
 * @param seed of its random numbers
 */
record DriftStream(Kind kind, long seed) {
    /** How many readings the reference is learned from. */
    static final int REFERENCE = 2_000;
    /** How many calm readings follow it before the change. */
    static final int CALM = 1_000;

    private static final int RAMP = 1_000;
    private static final double CARRIED = 0.8;

    /** What happens to a stream after the calm readings. */
    enum Kind {
        ABRUPT_1_SIGMA("abrupt 1 sigma", 2_000),
        ABRUPT_HALF_SIGMA("abrupt 0.5 sigma", 2_000),
        GRADUAL("gradual, 1 sigma in 1,000", 2_000),
        VARIANCE("variance x 2", 2_000),
        NONE("no drift", 10_000),
        NONE_DEPENDENT("no drift, AR(0.8)", 10_000),
        NONE_HEAVY_TAILS("no drift, Laplace", 10_000);

        private final String label;
        private final int readings;

        Kind(String label, int readings) {
            this.label = label;
            this.readings = readings;
        }

        String label() {
            return label;
        }

        /** How many readings come after the calm ones. */
        int readings() {
            return readings;
        }

        boolean drifts() {
            return this != NONE && this != NONE_DEPENDENT && this != NONE_HEAVY_TAILS;
        }
    }

    /** All readings: reference, calm, and the rest. */
    double[] values() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] values = new double[REFERENCE + CALM + kind.readings];
        double carried = random.nextGaussian();
        for (int i = 0; i < values.length; i++) {
            carried = CARRIED * carried + Math.sqrt(1 - CARRIED * CARRIED) * random.nextGaussian();
            values[i] = value(i - REFERENCE - CALM, random, carried);
        }
        return values;
    }

    private double value(int sinceChange, RandomGenerator random, double carried) {
        boolean changed = sinceChange >= 0;
        return switch (kind) {
            case ABRUPT_1_SIGMA -> random.nextGaussian() + (changed ? 1 : 0);
            case ABRUPT_HALF_SIGMA -> random.nextGaussian() + (changed ? 0.5 : 0);
            case GRADUAL -> random.nextGaussian() + Math.max(0, Math.min(1, (double) sinceChange / RAMP));
            case VARIANCE -> random.nextGaussian() * (changed ? Math.sqrt(2) : 1);
            case NONE -> random.nextGaussian();
            case NONE_DEPENDENT -> carried;
            case NONE_HEAVY_TAILS -> random.nextExponential() * (random.nextBoolean() ? 1 : -1) / Math.sqrt(2);
        };
    }
}
