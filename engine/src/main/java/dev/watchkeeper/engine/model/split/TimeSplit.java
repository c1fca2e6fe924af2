package dev.watchkeeper.engine.model.split;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Training, validation and test in the order of time. To each part belongs its start and not its end, to the millisecond.
 *
 * @param gap what lies at the least between training and validation, and between validation and test
 */
public record TimeSplit(TimeSpan train, TimeSpan validation, TimeSpan test, Gap gap) implements Split {
    /** @throws IllegalArgumentException when a part is empty, or begins before the gap behind the part before it is over */
    public TimeSplit {
        Spans.checkFilled(Part.TRAINING, train);
        Spans.checkFilled(Part.VALIDATION, validation);
        Spans.checkFilled(Part.TEST, test);
        Spans.checkFollows(Part.TRAINING, train, Part.VALIDATION, validation, gap);
        Spans.checkFollows(Part.VALIDATION, validation, Part.TEST, test, gap);
    }

    /**
     * Cuts a span into three: what is left of it after two gaps is shared out.
     *
     * @throws IllegalArgumentException when the gaps leave nothing for a part
     */
    public static TimeSplit of(TimeSpan span, SplitShares shares, Gap gap) {
        long millis = span.length().minus(gap.length().multipliedBy(2)).toMillis();
        if (millis < 1) {
            throw new IllegalArgumentException(
                    "the span of " + span.length() + " is not longer than its two gaps of " + gap.length());
        }
        Instant trainEnd = span.start().plusMillis((long) (millis * shares.train()));
        Instant validationStart = trainEnd.plus(gap.length());
        Instant validationEnd = validationStart.plusMillis((long) (millis * shares.validation()));
        return new TimeSplit(
                new TimeSpan(span.start(), trainEnd),
                new TimeSpan(validationStart, validationEnd),
                new TimeSpan(validationEnd.plus(gap.length()), span.end()),
                gap);
    }

    @Override
    public Map<Part, TimeSpan> parts() {
        Map<Part, TimeSpan> parts = new EnumMap<>(Part.class);
        parts.put(Part.TRAINING, train);
        parts.put(Part.VALIDATION, validation);
        parts.put(Part.TEST, test);
        return Collections.unmodifiableMap(parts);
    }

    /** From the start of training to the end of the test, gaps included. */
    public TimeSpan whole() {
        return new TimeSpan(train.start(), test.end());
    }

    /** Until when nothing may be trained on after this split, so that a later model is not trained on the test's tail. */
    public Instant embargoedUntil() {
        return test.end().plus(gap.embargo());
    }

    /** How long all three parts and the gaps between them are. */
    public Duration length() {
        return whole().length();
    }
}
