package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/** Lets a score through only where it is higher than every one of the 150 scores before it. Not thread-safe. */
final class RecordGate {
    static final int SAMPLES = 150;

    private final float[] recent = new float[SAMPLES];
    private int next;

    /** The score, or 0 where it is no record. */
    double add(double score) {
        boolean record = score > 0;
        for (int i = 0; record && i < SAMPLES; i++) {
            record = score > recent[i];
        }
        recent[next] = (float) score;
        next = next + 1 == SAMPLES ? 0 : next + 1;
        return record ? score : 0;
    }

    void write(StateWriter out) {
        out.putFloats(recent, SAMPLES);
        out.putInt(next);
    }

    void read(StateReader in) {
        in.getFloats(recent);
        next = in.getInt();
    }
}
