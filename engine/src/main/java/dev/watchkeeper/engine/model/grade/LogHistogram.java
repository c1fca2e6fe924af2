package dev.watchkeeper.engine.model.grade;

/**
 * Counts and sums of numbers of at least 0 by size, in eight bins an octave: how many, and how much, is above a bound that
 * is known only at the end. Numbers within a bin's width (at most an eighth) of the bound may be taken for above or below. At most
 * 260 KB, and in practice a few. Not thread-safe.
 */
final class LogHistogram {
    private static final int BINS = 8;
    private static final int OCTAVES = Double.MAX_EXPONENT - Double.MIN_EXPONENT + 3;

    private final double[][] sums = new double[OCTAVES][];
    private final long[][] counts = new long[OCTAVES][];
    private long total;

    void add(double number) {
        int octave = octave(number);
        if (counts[octave] == null) {
            counts[octave] = new long[BINS];
            sums[octave] = new double[BINS];
        }
        int bin = bin(number);
        counts[octave][bin]++;
        sums[octave][bin] += number;
        total++;
    }

    long total() {
        return total;
    }

    long countAbove(double bound) {
        long above = 0;
        for (int octave = octave(bound); octave < OCTAVES; octave++) {
            for (int bin = firstBin(octave, bound); counts[octave] != null && bin < BINS; bin++) {
                above += counts[octave][bin];
            }
        }
        return above;
    }

    double sumAbove(double bound) {
        double above = 0;
        for (int octave = octave(bound); octave < OCTAVES; octave++) {
            for (int bin = firstBin(octave, bound); sums[octave] != null && bin < BINS; bin++) {
                above += sums[octave][bin];
            }
        }
        return above;
    }

    private static int firstBin(int octave, double bound) {
        return octave == octave(bound) ? bin(bound) + 1 : 0;
    }

    private static int octave(double number) {
        return Math.getExponent(number) - Double.MIN_EXPONENT + 1;
    }

    /** The three bits of the fraction that weigh most. */
    private static int bin(double number) {
        return (int) (Double.doubleToRawLongBits(number) >>> 49) & (BINS - 1);
    }
}
