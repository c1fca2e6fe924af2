package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Rows in a row, as spans of time. */
final class Spans {
    private Spans() {}

    /** A span for each run of rows that are chosen, from its first row to just after its last one. */
    static List<TimeSpan> of(long[] timesMillis, IntPredicate chosen) {
        List<TimeSpan> spans = new ArrayList<>();
        int first = -1;
        for (int row = 0; row <= timesMillis.length; row++) {
            boolean in = row < timesMillis.length && chosen.test(row);
            if (in && first < 0) {
                first = row;
            } else if (!in && first >= 0) {
                spans.add(span(timesMillis[first], timesMillis[row - 1]));
                first = -1;
            }
        }
        return spans;
    }

    /** From a time to just after another, whichever of them is earlier. */
    static TimeSpan span(long oneMillis, long otherMillis) {
        return new TimeSpan(
                Instant.ofEpochMilli(Math.min(oneMillis, otherMillis)),
                Instant.ofEpochMilli(Math.max(oneMillis, otherMillis) + 1));
    }

    /** All of a recording; a moment in 1970 where it has no rows. */
    static TimeSpan whole(long[] timesMillis) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long time : timesMillis) {
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
        return first > last ? span(0, 0) : span(first, last);
    }

    static boolean overlapsAny(TimeSpan span, List<TimeSpan> others) {
        return others.stream().anyMatch(span::overlaps);
    }
}
