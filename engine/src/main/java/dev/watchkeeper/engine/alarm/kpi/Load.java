package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Alarms counted in intervals that follow each other.
 *
 * @param start of the first interval
 * @param step their length; the last one may be cut short by the end of the span
 */
public record Load(Instant start, Duration step, List<Integer> counts) {
    public Load {
        counts = List.copyOf(counts);
    }

    /** The alarms that opened in a span; an opening on a boundary counts for the later interval. */
    static Load of(List<AlarmFact> facts, TimeSpan span, Duration step) {
        long intervals = (span.length().toNanos() + step.toNanos() - 1) / step.toNanos();
        List<Integer> counts = new ArrayList<>(Collections.nCopies(Math.toIntExact(intervals), 0));
        for (AlarmFact fact : facts) {
            if (span.contains(fact.openedAt())) {
                int at = (int) (Duration.between(span.start(), fact.openedAt()).toNanos() / step.toNanos());
                counts.set(at, counts.get(at) + 1);
            }
        }
        return new Load(span.start(), step, counts);
    }

    /** The most in an interval; 0 where there is none. */
    public int most() {
        return counts.isEmpty() ? 0 : Collections.max(counts);
    }

    /** The first interval that has the most. */
    Instant worst() {
        return start.plus(step.multipliedBy(counts.indexOf(most())));
    }

    /** How many intervals have more. */
    int above(int limit) {
        return (int) counts.stream().filter(count -> count > limit).count();
    }
}
