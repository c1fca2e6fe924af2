package dev.watchkeeper.engine.model.split;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;

/** The checks that the spans of a split go through. */
final class Spans {
    private Spans() {}

    static void checkFilled(Part part, TimeSpan span) {
        if (span.length().isZero()) {
            throw new IllegalArgumentException("the " + part.word() + " part is empty at " + span.start());
        }
    }

    static void checkFollows(Part part, TimeSpan span, Part next, TimeSpan nextSpan, Gap gap) {
        Instant earliest = span.end().plus(gap.length());
        if (nextSpan.start().isBefore(earliest)) {
            throw new IllegalArgumentException("the " + next.word() + " part begins " + nextSpan.start()
                    + ", but the gap behind the " + part.word() + " part lasts until " + earliest);
        }
    }
}
