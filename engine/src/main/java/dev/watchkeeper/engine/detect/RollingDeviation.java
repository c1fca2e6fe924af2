package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.util.Arrays;

/** The standard deviation of the newest 12 samples, computed afresh each time so that no rounding adds up. Not thread-safe. */
final class RollingDeviation {
    static final int SAMPLES = 12;

    private final double[] recent = new double[SAMPLES];
    private int next;
    private boolean started;

    /** In the signal's unit; before 12 samples have come, as if the first one had been there before. */
    double add(double value) {
        if (!started) {
            Arrays.fill(recent, value);
            started = true;
        }
        recent[next] = value;
        next = next + 1 == SAMPLES ? 0 : next + 1;
        double sum = 0;
        for (double sample : recent) {
            sum += sample;
        }
        double mean = sum / SAMPLES;
        double squares = 0;
        for (double sample : recent) {
            squares += (sample - mean) * (sample - mean);
        }
        return Math.sqrt(squares / SAMPLES);
    }

    void write(StateWriter out) {
        out.putDoubles(recent);
        out.putInt(next);
        out.putBoolean(started);
    }

    void read(StateReader in) {
        in.getDoubles(recent);
        next = in.getInt();
        started = in.getBoolean();
    }
}
