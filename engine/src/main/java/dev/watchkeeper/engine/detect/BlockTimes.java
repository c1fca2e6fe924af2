package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/**
 * When the newest blocks of a signal began, in four bytes each: the time since the block before, in milliseconds up to 24
 * days, else in seconds up to 68 years. A block that seems to begin before the one before it counts as beginning with it.
 * Not thread-safe.
 */
final class BlockTimes {
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final long MILLIS = 1_000;

    /** Since the block before; less than 0 are seconds. */
    private final int[] steps;

    private long newest = UNKNOWN;
    private int known;

    BlockTimes(int capacity) {
        steps = new int[capacity];
    }

    /** The next block begins. */
    void add(int place, long startMillis) {
        if (newest == UNKNOWN) {
            newest = startMillis;
        }
        steps[place] = step(startMillis - newest);
        newest += millis(steps[place]);
        known = Math.min(known + 1, steps.length);
    }

    private static int step(long millis) {
        if (millis <= Integer.MAX_VALUE) {
            return (int) Math.max(0, millis);
        }
        return (int) -Math.min(Integer.MAX_VALUE, millis / MILLIS);
    }

    private static long millis(int step) {
        return step >= 0 ? step : -MILLIS * step;
    }

    /**
     * When a block began, in milliseconds since 1970.
     *
     * @param newestPlace where the newest block lies
     * @param age how many blocks came after the one in question
     * @return {@link Long#MIN_VALUE} when that is not known
     */
    long start(int newestPlace, int age) {
        if (age >= known) {
            return UNKNOWN;
        }
        long start = newest;
        for (int back = 0; back < age; back++) {
            start -= millis(steps[Math.floorMod(newestPlace - back, steps.length)]);
        }
        return start;
    }

    void write(StateWriter out, int newestPlace) {
        out.putLong(newest);
        int[] ordered = new int[known];
        for (int i = 0; i < known; i++) {
            ordered[i] = steps[Math.floorMod(newestPlace - known + 1 + i, steps.length)];
        }
        out.putInts(ordered);
    }

    /** @param newestPlace where the newest block lies now */
    void read(StateReader in, int newestPlace) {
        newest = in.getLong();
        Arrays.fill(steps, 0);
        int[] ordered = new int[steps.length];
        known = in.getInts(ordered);
        for (int i = 0; i < known; i++) {
            steps[Math.floorMod(newestPlace - known + 1 + i, steps.length)] = ordered[i];
        }
    }
}
