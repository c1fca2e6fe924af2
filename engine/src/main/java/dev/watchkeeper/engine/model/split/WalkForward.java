package dev.watchkeeper.engine.model.split;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Folds that walk forward through a span: each trains on all from the span's start on, and is tested on the stretch that
 * follows. The tests do not overlap and are equally long; the last one ends as many milliseconds before the span's end, at
 * the most, as there are folds.
 */
public final class WalkForward {
    private WalkForward() {}

    /**
     * Cuts a span into folds.
     *
     * @param folds how many, at least 1
     * @param firstTrain how long the first fold trains; the gap comes after it
     * @throws IllegalArgumentException when a number or length is not positive, or a gap leaves nothing for a test
     */
    public static List<Fold> folds(TimeSpan span, int folds, Duration firstTrain, Gap gap) {
        if (folds < 1 || firstTrain.isNegative() || firstTrain.isZero()) {
            throw new IllegalArgumentException(
                    "folds " + folds + " or first training " + firstTrain + " is not positive");
        }
        Duration step = span.length().minus(firstTrain).dividedBy(folds);
        if (step.compareTo(gap.length()) <= 0) {
            throw new IllegalArgumentException(
                    "a fold of " + folds + " gets " + step + ", which is not more than the gap of " + gap.length());
        }
        long stepMillis = step.toMillis();
        Instant firstEnd = span.start().plus(firstTrain);
        return IntStream.range(0, folds)
                .mapToObj(i -> {
                    Instant trainEnd = firstEnd.plusMillis(stepMillis * i);
                    return new Fold(
                            i + 1,
                            new TimeSpan(span.start(), trainEnd),
                            new TimeSpan(trainEnd.plus(gap.length()), trainEnd.plusMillis(stepMillis)),
                            gap);
                })
                .toList();
    }
}
