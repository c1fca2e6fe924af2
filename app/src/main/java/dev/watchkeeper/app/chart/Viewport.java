package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that a trend shows, and whether it moves along with the clock. Immutable.
 *
 * @param live true while the end follows the clock
 */
public record Viewport(long startMillis, long endMillis, boolean live) {
    /** The shortest stretch, in milliseconds. */
    public static final long SHORTEST_MILLIS = 5_000;
    /** The longest stretch, in milliseconds: about ten years. */
    public static final long LONGEST_MILLIS = Duration.ofDays(3_653).toMillis();

    /** @throws IllegalArgumentException when the stretch is empty or runs backwards */
    public Viewport {
        if (endMillis <= startMillis) {
            throw new IllegalArgumentException("viewport ends " + endMillis + " before it starts " + startMillis);
        }
    }

    /** The newest stretch of a length, following the clock. */
    public static Viewport live(Duration length, Instant now) {
        return new Viewport(now.toEpochMilli() - length.toMillis(), now.toEpochMilli(), true);
    }

    /** A stretch of the past, standing still; an empty or very short one is widened around its middle. */
    public static Viewport still(TimeSpan span) {
        long start = span.start().toEpochMilli();
        long end = span.end().toEpochMilli();
        long missing = SHORTEST_MILLIS - (end - start);
        return missing > 0
                ? new Viewport(start - missing / 2, end + missing - missing / 2, false)
                : new Viewport(start, end, false);
    }

    public long lengthMillis() {
        return endMillis - startMillis;
    }

    public TimeSpan span() {
        return new TimeSpan(Instant.ofEpochMilli(startMillis), Instant.ofEpochMilli(endMillis));
    }

    /** The same, moved along with the clock if it is live. */
    public Viewport at(Instant now) {
        return live ? new Viewport(now.toEpochMilli() - lengthMillis(), now.toEpochMilli(), true) : this;
    }

    /** The newest stretch of this length, following the clock. */
    public Viewport follow(Instant now) {
        return live(Duration.ofMillis(lengthMillis()), now);
    }

    /** Moved by some milliseconds, negative into the past. Whoever arrives at the present follows it again. */
    public Viewport panned(long byMillis, Instant now) {
        if (endMillis + byMillis >= now.toEpochMilli()) {
            return follow(now);
        }
        return new Viewport(startMillis + byMillis, endMillis + byMillis, false);
    }

    /**
     * Made longer or shorter while a moment stays where it is on the screen. Whoever zooms out beyond the present
     * follows it again.
     *
     * @param factor below 1 to see less time, above 1 to see more
     */
    public Viewport zoomed(double factor, long anchorMillis, Instant now) {
        long length = Math.clamp(Math.round(lengthMillis() * factor), SHORTEST_MILLIS, LONGEST_MILLIS);
        double share = (double) (anchorMillis - startMillis) / lengthMillis();
        long start = anchorMillis - Math.round(share * length);
        Viewport moved = new Viewport(start, start + length, false);
        return moved.endMillis >= now.toEpochMilli() ? moved.follow(now) : moved;
    }
}
