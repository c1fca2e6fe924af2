package dev.watchkeeper.app.chart;

import java.util.List;

/**
 * Alarms counted in intervals that follow each other.
 *
 * @param viewport the axis of time
 * @param startMillis of the first interval
 * @param stepMillis length of an interval
 * @param own of the rule, one an interval
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
                    own.size() + " intervals of the rule, " + others.size() + " of the others");
        }
    }

    /** The most of an interval, both together. */
    int most() {
        int most = 0;
        for (int i = 0; i < own.size(); i++) {
            most = Math.max(most, own.get(i) + others.get(i));
        }
        return most;
    }
}
