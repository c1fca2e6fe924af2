package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * How far the newest window of a signal is from the nearest window before it.
 *
 * <p>The signal is cut into blocks of {@code blockSamples}; a window is {@code blocks} block means in a row. The
 * distance is the root mean square of the differences, in the signal's unit, to the nearest of the last 2,000 windows
 * that does not overlap the newest (the left nearest neighbour of a matrix profile: Yeh et al., <i>Matrix Profile I</i>,
 * ICDM 2016, here without normalising windows). A search begins at the neighbour after the last one found, and passes
 * over windows whose mean alone is too far away. It also knows when the window that it found was. Not thread-safe.
 */
final class NearestWindow {
    static final int WINDOWS = 2_000;

    private final int blockSamples;
    private final int blocks;
    private final int capacity;
    /** Block means, twice in a row so that every window lies in one piece. */
    private final float[] ring;

    private final float[] means;
    private final BlockTimes times;
    private long blockStart;
    private double blockSum;
    private int inBlock;
    private int filled;
    private int head;
    private int hint;
    /** Where the nearest window lies; less than 0 before there was one. */
    private int found = -1;

    NearestWindow(int blockSamples, int blocks) {
        this.blockSamples = blockSamples;
        this.blocks = blocks;
        capacity = WINDOWS + 2 * blocks - 1;
        ring = new float[2 * capacity];
        means = new float[capacity];
        times = new BlockTimes(capacity);
    }

    /**
     * Takes in the next sample.
     *
     * @param timeMillis event time of the sample
     * @return the distance when the sample ends a block and there is a window before to compare with, else NaN
     */
    float add(double value, long timeMillis) {
        if (inBlock == 0) {
            blockStart = timeMillis;
        }
        blockSum += value;
        if (++inBlock < blockSamples) {
            return Float.NaN;
        }
        if (blockStart != Long.MIN_VALUE) {
            times.add(head, blockStart);
        }
        push((float) (blockSum / blockSamples));
        blockSum = 0;
        inBlock = 0;
        return filled < 2 * blocks ? Float.NaN : distance();
    }

    /** When the newest window began, in milliseconds since 1970; {@link Long#MIN_VALUE} when that is not known. */
    long start() {
        return times.start(newest(), blocks - 1);
    }

    /** When the nearest window that was found last began; {@link Long#MIN_VALUE} when that is not known. */
    long foundStart() {
        return found < 0 ? Long.MIN_VALUE : times.start(newest(), age(found));
    }

    /** When the block after that window began: its end. */
    long foundEnd() {
        return found < 0 ? Long.MIN_VALUE : times.start(newest(), age(found) - blocks);
    }

    private int newest() {
        return Math.floorMod(head - 1, capacity);
    }

    private int age(int place) {
        return Math.floorMod(newest() - place, capacity);
    }

    /** The mean of the newest window; 0 before there is one. */
    float mean() {
        return means[Math.floorMod(head - blocks, capacity)];
    }

    private void push(float mean) {
        ring[head] = mean;
        ring[head + capacity] = mean;
        head = head + 1 == capacity ? 0 : head + 1;
        filled = Math.min(filled + 1, capacity);
        if (filled >= blocks) {
            int start = Math.floorMod(head - blocks, capacity);
            means[start] = mean(start);
        }
    }

    private float mean(int start) {
        float sum = 0;
        for (int i = start; i < start + blocks; i++) {
            sum += ring[i];
        }
        return sum / blocks;
    }

    private float distance() {
        int query = Math.floorMod(head - blocks, capacity);
        int oldest = Math.floorMod(head - filled, capacity);
        int candidates = filled - 2 * blocks + 1;
        float best = Float.POSITIVE_INFINITY;
        int age = Math.floorMod(hint - oldest, capacity);
        if (age < candidates) {
            best = squared(query, hint, best);
        }
        int end = Math.min(oldest + candidates, capacity);
        best = nearest(query, oldest, end, best);
        best = nearest(query, 0, oldest + candidates - end, best);
        found = hint;
        hint = hint + 1 == capacity ? 0 : hint + 1;
        return (float) Math.sqrt(best / blocks);
    }

    private float nearest(int query, int from, int to, float bound) {
        float best = bound;
        float mean = means[query];
        float reach = reach(best);
        for (int i = from; i < to; i++) {
            if (Math.abs(means[i] - mean) < reach) {
                float squared = squared(query, i, best);
                if (squared < best) {
                    best = squared;
                    reach = reach(best);
                    hint = i;
                }
            }
        }
        return best;
    }

    /** The difference of two windows' means from which on they must be further apart than {@code squared}. */
    private float reach(float squared) {
        return (float) Math.sqrt(squared / blocks) * 1.00001f;
    }

    private float squared(int query, int candidate, float bound) {
        float sum = 0;
        for (int i = 0; i < blocks; i++) {
            float difference = ring[query + i] - ring[candidate + i];
            sum += difference * difference;
            if (sum >= bound) {
                return sum;
            }
        }
        return sum;
    }

    void write(StateWriter out) {
        float[] ordered = new float[filled];
        int oldest = Math.floorMod(head - filled, capacity);
        System.arraycopy(ring, oldest, ordered, 0, filled);
        out.putFloats(ordered, filled);
        out.putDouble(blockSum);
        out.putInt(inBlock);
        out.putInt(Math.floorMod(hint - oldest, capacity));
        out.putInt(found < 0 ? -1 : age(found));
        out.putLong(blockStart);
        times.write(out, newest());
    }

    /** @param timed whether times were written; windows from before then have none */
    void read(StateReader in, boolean timed) {
        float[] ordered = new float[capacity];
        int count = in.getFloats(ordered);
        for (int i = 0; i < count; i++) {
            push(ordered[i]);
        }
        blockSum = in.getDouble();
        inBlock = in.getInt();
        hint = Math.floorMod(Math.floorMod(head - filled, capacity) + in.getInt(), capacity);
        if (timed) {
            int age = in.getInt();
            found = age < 0 ? -1 : Math.floorMod(newest() - age, capacity);
            blockStart = in.getLong();
            times.read(in, newest());
        } else {
            blockStart = Long.MIN_VALUE;
        }
    }
}
