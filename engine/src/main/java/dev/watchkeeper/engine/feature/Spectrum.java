package dev.watchkeeper.engine.feature;

import java.util.Arrays;

/**
 * The energy of a signal in octaves below its Nyquist frequency: up to an eighth of it, up to a quarter, up to half, and
 * above. By a radix-2 fast Fourier transform (Cooley and Tukey, 1965) under a Hann window, of the newest 2ᵏ samples.
 */
final class Spectrum {
    /** How many octaves are told apart. */
    static final int OCTAVES = 4;

    private static final int SHORTEST = 32;
    private static final int LONGEST = 4_096;
    private static final long SLOWEST_MILLIS = 100;
    private static final double MOST_MISSING = 0.1;
    /** The mean square of a Hann window. */
    private static final double HANN_POWER = 0.375;

    private Spectrum() {}

    /**
     * The energies of the octaves, lowest first; NaN when the signal is too short, too slow or has too many gaps. A
     * sample that is not finite is taken as the mean.
     */
    static double[] octaves(double[] values, double mean, long intervalMillis, double missingShare) {
        double[] energies = new double[OCTAVES];
        boolean fast = intervalMillis > 0 && intervalMillis <= SLOWEST_MILLIS;
        if (!fast || values.length < SHORTEST || missingShare > MOST_MISSING) {
            Arrays.fill(energies, Double.NaN);
            return energies;
        }
        int n = Math.min(LONGEST, Integer.highestOneBit(values.length));
        double[] real = new double[n];
        double[] imaginary = new double[n];
        for (int i = 0; i < n; i++) {
            double value = values[values.length - n + i];
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n);
            real[i] = Double.isFinite(value) ? hann * (value - mean) : 0;
        }
        transform(real, imaginary);
        int nyquist = n / 2;
        for (int bin = 1; bin <= nyquist; bin++) {
            int sides = bin == nyquist ? 1 : 2;
            double power = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            energies[octave(bin, nyquist)] += sides * power / ((double) n * n * HANN_POWER);
        }
        return energies;
    }

    private static int octave(int bin, int nyquist) {
        if (bin <= nyquist / 8) {
            return 0;
        }
        return bin <= nyquist / 4 ? 1 : bin <= nyquist / 2 ? 2 : 3;
    }

    /** In place; the length is a power of two. */
    static void transform(double[] real, double[] imaginary) {
        int n = real.length;
        int bits = Integer.numberOfTrailingZeros(n);
        for (int i = 0; i < n; i++) {
            int mirrored = Integer.reverse(i) >>> (Integer.SIZE - bits);
            if (mirrored > i) {
                swap(real, i, mirrored);
                swap(imaginary, i, mirrored);
            }
        }
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double angle = -Math.PI * k / half;
                double cosine = Math.cos(angle);
                double sine = Math.sin(angle);
                for (int even = k; even < n; even += 2 * half) {
                    int odd = even + half;
                    double re = real[odd] * cosine - imaginary[odd] * sine;
                    double im = real[odd] * sine + imaginary[odd] * cosine;
                    real[odd] = real[even] - re;
                    imaginary[odd] = imaginary[even] - im;
                    real[even] += re;
                    imaginary[even] += im;
                }
            }
        }
    }

    private static void swap(double[] array, int i, int j) {
        double kept = array[i];
        array[i] = array[j];
        array[j] = kept;
    }
}
