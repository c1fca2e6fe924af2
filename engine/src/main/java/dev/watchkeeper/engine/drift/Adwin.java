package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/**
 * A window over the newest values that is as long as its mean does not change: ADWIN2 (Bifet and Gavaldà, "Learning from
 * time-changing data with adaptive windowing", 2007). The window is an exponential histogram, five buckets of each size;
 * whenever two parts of it have means that differ by more than chance allows, the older part is dropped.
 *
 * <p>Three things differ from the paper. The oldest part of the window is the reference, whose mean is 0 and whose spread is 1:
 * so the first reading after training is compared with training. The bound is widened by how much the values depend
 * on each other. And of all splits that would do, the clearest is taken at once, which gives the time of the change.
 *
 * <p>Bounded: 1,024 buckets of 24 bytes at most, from which on the oldest are dropped. Not thread-safe.
 */
final class Adwin {
    /** The probability of a false alarm that the paper's bound is made for. */
    static final double CONFIDENCE = 0.002;

    /** What the paper takes to be 1, in spreads: more for fewer false alarms of skewed values, for some delay. */
    private static final double RANGE = 2;

    private static final int BUCKETS = 5;
    private static final int ROWS = 24;
    private static final int SLOTS = BUCKETS + 1;
    private static final int CHECK_EVERY = 8;
    private static final int SHORTEST = 5;

    private final double referenceCount;
    private final double dependence;
    private final double[] sum = new double[ROWS * SLOTS];
    private final double[] squares = new double[ROWS * SLOTS];
    private final long[] startMillis = new long[ROWS * SLOTS];
    private final int[] used = new int[ROWS];
    private boolean holdsReference = true;
    private long added;

    /**
     * @param referenceCount from how many values the reference was learned
     * @param dependence how many values count as one, at least 1
     */
    Adwin(double referenceCount, double dependence) {
        this.referenceCount = referenceCount;
        this.dependence = dependence;
    }

    /** Forgets all but the reference. */
    void reset() {
        Arrays.fill(used, 0);
        holdsReference = true;
    }

    /**
     * Takes in a value.
     *
     * @param value in spreads of the reference from its mean; finite
     * @return whether an older part was dropped
     */
    boolean add(long timeMillis, double value) {
        put(0, value, 0, timeMillis);
        for (int row = 0; used[row] > BUCKETS; row++) {
            compress(row);
        }
        added++;
        return isChecked() && cut();
    }

    /** Whether the newest value was one after which a change is looked for: every eighth is. */
    boolean isChecked() {
        return added % CHECK_EVERY == 0;
    }

    /** The mean of the window, without the reference; 0 while there is no value. */
    double mean() {
        double count = 0;
        double total = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < used[row]; i++) {
                total += sum[row * SLOTS + i];
            }
            count += used[row] * size(row);
        }
        return count == 0 ? 0 : total / count;
    }

    /** When the oldest value was taken in that is still in the window; the largest time there is while there is none. */
    long startMillis() {
        for (int row = ROWS - 1; row >= 0; row--) {
            if (used[row] > 0) {
                return startMillis[row * SLOTS];
            }
        }
        return Long.MAX_VALUE;
    }

    private static double size(int row) {
        return 1L << row;
    }

    private void put(int row, double total, double deviations, long start) {
        int slot = row * SLOTS + used[row];
        sum[slot] = total;
        squares[slot] = deviations;
        startMillis[slot] = start;
        used[row]++;
    }

    /** Joins the two oldest buckets of a row into one of the next. */
    private void compress(int row) {
        int first = row * SLOTS;
        if (row + 1 < ROWS) {
            double apart = (sum[first + 1] - sum[first]) / size(row);
            put(
                    row + 1,
                    sum[first] + sum[first + 1],
                    squares[first] + squares[first + 1] + apart * apart * size(row) / 2,
                    startMillis[first]);
            drop(row, 2);
        } else {
            drop(row, 1);
        }
    }

    private void drop(int row, int oldest) {
        int first = row * SLOTS;
        used[row] -= oldest;
        System.arraycopy(sum, first + oldest, sum, first, used[row]);
        System.arraycopy(squares, first + oldest, squares, first, used[row]);
        System.arraycopy(startMillis, first + oldest, startMillis, first, used[row]);
    }

    /** Drops what is before the clearest change, where there is one. */
    private boolean cut() {
        Moments whole = whole();
        double confidence = Math.log(2 * Math.log(whole.count) / CONFIDENCE) * dependence;
        double variance = whole.squares / whole.count;
        double olderCount = holdsReference ? referenceCount : 0;
        double olderSum = 0;
        double clearest = 1;
        int clearestRow = -1;
        int clearestSlot = 0;
        for (int row = ROWS - 1; row >= 0; row--) {
            for (int i = 0; i < used[row]; i++) {
                double newerCount = whole.count - olderCount;
                if (olderCount >= SHORTEST && newerCount >= SHORTEST) {
                    double harmonic = 1 / olderCount + 1 / newerCount;
                    double bound =
                            Math.sqrt(2 * harmonic * variance * confidence) + harmonic * confidence * RANGE * 2 / 3;
                    double apart = Math.abs(olderSum / olderCount - (whole.sum - olderSum) / newerCount);
                    if (apart > clearest * bound) {
                        clearest = apart / bound;
                        clearestRow = row;
                        clearestSlot = i;
                    }
                }
                olderCount += size(row);
                olderSum += sum[row * SLOTS + i];
            }
        }
        if (clearestRow < 0) {
            return false;
        }
        Arrays.fill(used, clearestRow + 1, ROWS, 0);
        drop(clearestRow, clearestSlot);
        holdsReference = false;
        return true;
    }

    private Moments whole() {
        Moments whole = new Moments();
        if (holdsReference) {
            whole.add(referenceCount, 0, referenceCount);
        }
        for (int row = ROWS - 1; row >= 0; row--) {
            for (int i = 0; i < used[row]; i++) {
                whole.add(size(row), sum[row * SLOTS + i], squares[row * SLOTS + i]);
            }
        }
        return whole;
    }

    void write(StateWriter out) {
        out.putBoolean(holdsReference);
        out.putLong(added);
        for (int row = 0; row < ROWS; row++) {
            out.putInt(used[row]);
            for (int i = 0; i < used[row]; i++) {
                out.putDouble(sum[row * SLOTS + i]);
                out.putDouble(squares[row * SLOTS + i]);
                out.putLong(startMillis[row * SLOTS + i]);
            }
        }
    }

    void read(StateReader in) {
        holdsReference = in.getBoolean();
        added = in.getLong();
        for (int row = 0; row < ROWS; row++) {
            used[row] = 0;
            int buckets = Counts.read(in, BUCKETS);
            for (int i = 0; i < buckets; i++) {
                double total = in.getDouble();
                double deviations = in.getDouble();
                put(row, total, deviations, in.getLong());
            }
        }
    }

    /** Count, sum and squared deviations from the mean, of parts that are put together. */
    private static final class Moments {
        private double count;
        private double sum;
        private double squares;

        void add(double moreCount, double moreSum, double moreSquares) {
            if (count > 0) {
                double apart = moreSum / moreCount - sum / count;
                squares += apart * apart * count * moreCount / (count + moreCount);
            }
            count += moreCount;
            sum += moreSum;
            squares += moreSquares;
        }
    }
}
