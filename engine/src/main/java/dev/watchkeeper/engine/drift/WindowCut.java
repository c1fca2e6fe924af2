package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.feature.FeatureSet;
import dev.watchkeeper.engine.feature.WindowFeatures;
import java.util.List;

/** Cuts readings into windows of equally many, one after another. Not thread-safe. */
final class WindowCut {
    private final FeatureSet features;
    private final long[] timeMillis;
    private final double[] values;
    private int size;

    /** @param features what is taken of each window, in this order */
    WindowCut(int windowReadings, List<DriftFeature> features) {
        this.features = new FeatureSet(
                "drift", 1, features.stream().map(DriftFeature::code).toList());
        timeMillis = new long[windowReadings];
        values = new double[windowReadings];
    }

    /** Adds a reading; true when the window is full with it. */
    boolean add(long time, double value) {
        if (size == values.length) {
            size = 0;
        }
        timeMillis[size] = time;
        values[size] = value;
        size++;
        return size == values.length;
    }

    /** The features of a full window, in the order that was asked for. */
    double[] features() {
        return WindowFeatures.of(features, timeMillis, values);
    }

    /** The time of the first reading of a full window. */
    long startMillis() {
        return timeMillis[0];
    }

    void write(StateWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(timeMillis[i]);
            out.putDouble(values[i]);
        }
    }

    void read(StateReader in) {
        size = Counts.read(in, values.length);
        for (int i = 0; i < size; i++) {
            timeMillis[i] = in.getLong();
            values[i] = in.getDouble();
        }
    }
}
