package dev.watchkeeper.engine.feature;

import java.time.Duration;

/**
 * The newest readings of one sensor: the last so many, or those of the last so long. Bounded: 16 bytes a reading.
 *
 * <p>Adding costs constant time, taking features one pass over what is held. Not thread-safe. Adding
 * {@link #timesMillis} and {@link #values} to a new window restores it.
 */
public final class SlidingWindow {
    private final long lengthMillis;
    private final long[] timeMillis;
    private final double[] value;
    private int first;
    private int size;

    private SlidingWindow(long lengthMillis, int most) {
        if (lengthMillis < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "length " + lengthMillis + " ms or most readings " + most + " is not positive");
        }
        this.lengthMillis = lengthMillis;
        this.timeMillis = new long[most];
        this.value = new double[most];
    }

    /**
     * Holds the last so many readings.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public static SlidingWindow ofReadings(int readings) {
        return new SlidingWindow(Long.MAX_VALUE, readings);
    }

    /**
     * Holds the readings of the last so long before the newest, which belongs to them; one exactly that old does not.
     *
     * @param most of more readings than these only the newest are held
     * @throws IllegalArgumentException when the length or the number is not positive
     */
    public static SlidingWindow ofTime(Duration length, int most) {
        return new SlidingWindow(length.toMillis(), most);
    }

    /**
     * Adds a reading.
     *
     * @param reading NaN or infinite where nothing usable was measured
     * @return false when it is not newer than the newest: then nothing changes
     */
    public boolean add(long atMillis, double reading) {
        if (size > 0 && atMillis <= timeMillis[index(size - 1)]) {
            return false;
        }
        while (size > 0 && atMillis - timeMillis[first] >= lengthMillis) {
            dropOldest();
        }
        if (size == value.length) {
            dropOldest();
        }
        int next = index(size);
        timeMillis[next] = atMillis;
        value[next] = reading;
        size++;
        return true;
    }

    public int size() {
        return size;
    }

    /** The features of what is held, as {@link WindowFeatures#of} takes them. */
    public double[] features(FeatureSet set) {
        return WindowFeatures.of(set, timesMillis(), values());
    }

    /** Event times, ascending; a copy. */
    public long[] timesMillis() {
        long[] copy = new long[size];
        for (int i = 0; i < size; i++) {
            copy[i] = timeMillis[index(i)];
        }
        return copy;
    }

    /** One value per time; a copy. */
    public double[] values() {
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            copy[i] = value[index(i)];
        }
        return copy;
    }

    private void dropOldest() {
        first = index(1);
        size--;
    }

    private int index(int fromFirst) {
        return (int) (((long) first + fromFirst) % value.length);
    }
}
