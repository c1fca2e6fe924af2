package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;

/** Counts and arrays in snapshots, which must not be believed before they are checked. */
final class Counts {
    private Counts() {}

    /** @throws UnreadableStateException when the number is not between 0 and the most that can be */
    static int read(StateReader in, int most) {
        int count = in.getInt();
        if (count < 0 || count > most) {
            throw new UnreadableStateException(
                    "a drift snapshot tells of " + count + " where at most " + most + " can be");
        }
        return count;
    }

    /** What {@link StateWriter#putDoubles} wrote, of at most so many. */
    static double[] readDoubles(StateReader in, int most) {
        double[] values = new double[read(in, most)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getDouble();
        }
        return values;
    }
}
