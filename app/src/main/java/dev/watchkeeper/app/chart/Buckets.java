package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;

/**
 * Equal columns of round length that stand still on the axis of time, so that a moving trend does not shimmer.
 *
 * @param startMillis a multiple of the length
 */
record Buckets(long startMillis, long lengthMillis, int count) {
    /** The columns that cover a span; between {@code wanted / 2.5} and {@code wanted + 2} of them. */
    static Buckets covering(TimeSpan span, int wanted) {
        long start = span.start().toEpochMilli();
        long end = span.end().toEpochMilli();
        long length = roundUp(Math.max(1, (end - start + wanted - 1) / wanted));
        long first = Math.floorDiv(start, length) * length;
        long beyond = Math.floorDiv(end, length) * length + length;
        return new Buckets(first, length, (int) ((beyond - first) / length));
    }

    long endMillis() {
        return startMillis + lengthMillis * count;
    }

    TimeSpan span() {
        return new TimeSpan(Instant.ofEpochMilli(startMillis), Instant.ofEpochMilli(endMillis()));
    }

    /** The same columns, without those at or after a moment's own. */
    Buckets before(long millis) {
        long whole = Math.clamp(Math.floorDiv(millis - startMillis, lengthMillis), 0, count);
        return new Buckets(startMillis, lengthMillis, (int) whole);
    }

    private static long roundUp(long least) {
        long power = 1;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (long step : new long[] {1, 2, 5}) {
            if (step * power >= least) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
