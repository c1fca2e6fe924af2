package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.kpi.Load;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * Alarms counted in intervals that follow each other.
 *
 * @param viewport the axis of time
 * @param startMillis of the first interval
 * @param stepMillis length of an interval
 * @param own those that it is about, one an interval
 * @param others of all others, as many
 */
public record LoadPicture(
        Viewport viewport, long startMillis, long stepMillis, List<Integer> own, List<Integer> others) {
    /** @throws IllegalArgumentException when there are not as many of both */
    public LoadPicture {
        own = List.copyOf(own);
        others = List.copyOf(others);
        if (own.size() != others.size()) {
            throw new IllegalArgumentException(
                    own.size() + " intervals of its own, " + others.size() + " of the others");
        }
    }

    /**
     * Of one load alone.
     *
     * @param end where its last interval ends
     */
    public static LoadPicture of(Load load, Instant end) {
        long start = load.start().toEpochMilli();
        return new LoadPicture(
                new Viewport(start, Math.max(start + 1, end.toEpochMilli()), false),
                start,
                load.step().toMillis(),
                load.counts(),
                Collections.nCopies(load.counts().size(), 0));
    }

    /** How many there were in an interval, both together. */
    int count(int interval) {
        return own.get(interval) + others.get(interval);
    }

    /** The most of an interval, both together. */
    int most() {
        int most = 0;
        for (int i = 0; i < own.size(); i++) {
            most = Math.max(most, count(i));
        }
        return most;
    }
}
