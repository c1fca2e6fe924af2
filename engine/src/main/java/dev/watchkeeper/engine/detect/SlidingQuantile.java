package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/** Exact quantiles of the newest values, kept sorted: O(capacity) moves per value, O(1) per question. Not thread-safe. */
final class SlidingQuantile {
    private final float[] ring;
    private final float[] sorted;
    private int size;
    private int next;

    SlidingQuantile(int capacity) {
        ring = new float[capacity];
        sorted = new float[capacity];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == ring.length;
    }

    void add(float value) {
        int at;
        if (size == ring.length) {
            at = Arrays.binarySearch(sorted, 0, size, ring[next]);
            at = replace(at, value);
        } else {
            at = Arrays.binarySearch(sorted, 0, size, value);
            at = at < 0 ? -at - 1 : at;
            System.arraycopy(sorted, at, sorted, at + 1, size - at);
            size++;
        }
        sorted[at] = value;
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    private int replace(int hole, float value) {
        int at = Arrays.binarySearch(sorted, 0, size, value);
        at = at < 0 ? -at - 1 : at;
        if (at > hole) {
            System.arraycopy(sorted, hole + 1, sorted, hole, at - 1 - hole);
            return at - 1;
        }
        System.arraycopy(sorted, at, sorted, at + 1, hole - at);
        return at;
    }

    /**
     * The value below which a share of the values lies; the nearest one, without interpolation.
     *
     * @param share in [0, 1]
     * @return 0 while there is no value
     */
    float quantile(double share) {
        return size == 0 ? 0 : sorted[(int) Math.round(share * (size - 1))];
    }

    /** The share of the values that are as high or higher; 0 while there is none. */
    double shareFrom(float value) {
        int at = Arrays.binarySearch(sorted, 0, size, value);
        at = at < 0 ? -at - 1 : at;
        return size == 0 ? 0 : (size - at) / (double) size;
    }

    /** Forgets every second value, in the order of arrival. */
    void thin() {
        float[] ordered = ordered();
        size = 0;
        next = 0;
        for (int i = 1; i < ordered.length; i += 2) {
            add(ordered[i]);
        }
    }

    private float[] ordered() {
        float[] ordered = new float[size];
        int first = size == ring.length ? next : 0;
        for (int i = 0; i < size; i++) {
            ordered[i] = ring[(first + i) % ring.length];
        }
        return ordered;
    }

    void write(StateWriter out) {
        out.putFloats(ordered(), size);
    }

    void read(StateReader in) {
        size = in.getFloats(ring);
        next = size == ring.length ? 0 : size;
        System.arraycopy(ring, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
    }
}
