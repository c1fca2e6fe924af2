package dev.watchkeeper.engine.detect.asset;

import java.util.Random;
import java.util.stream.IntStream;

/** Made-up recordings of an asset whose sensors move together. */
public final class Plant {
    public static final int SENSORS = 8;

    private Plant() {}

    /** One row per sample: a load that all sensors follow, more or less, and noise of their own; level, gain and noise differ. */
    public static double[][] recording(int samples, int sensors, long seed) {
        Random random = new Random(seed);
        double[] load = {0};
        return IntStream.range(0, samples)
                .mapToObj(i -> {
                    load[0] = 0.8 * load[0] + 0.6 * random.nextGaussian();
                    return IntStream.range(0, sensors)
                            .mapToDouble(sensor ->
                                    level(sensor) + gain(sensor) * load[0] + noise(sensor) * random.nextGaussian())
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    public static double[][] recording(int samples) {
        return recording(samples, SENSORS, 11);
    }

    private static double level(int sensor) {
        return 20 + 30 * sensor;
    }

    private static double noise(int sensor) {
        return 0.5 + 0.1 * sensor;
    }

    private static double gain(int sensor) {
        return 1 + sensor % 3;
    }

    /** The standard deviation of a sensor in normal operation. */
    public static double deviation(int sensor) {
        return Math.hypot(gain(sensor), noise(sensor));
    }

    /** Adds to one sensor from one row to before another. */
    public static double[][] shifted(double[][] recording, int sensor, int from, int to, double by) {
        double[][] shifted = new double[recording.length][];
        for (int i = 0; i < recording.length; i++) {
            shifted[i] = recording[i].clone();
            if (i >= from && i < to) {
                shifted[i][sensor] += by;
            }
        }
        return shifted;
    }
}
