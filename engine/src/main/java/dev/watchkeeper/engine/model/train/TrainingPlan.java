package dev.watchkeeper.engine.model.train;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.SplitShares;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;

/** What a model is trained and measured on, and how sensitive it is to be. */
public record TrainingPlan(TimeSplit split, Sensitivity sensitivity) {
    private static final int EMBARGO_PARTS = 100;

    /**
     * The usual plan for a span: three fifths for training, one fifth each for validation and test, an embargo of one
     * hundredth of the span (López de Prado, 2018) and a purge gap as long as the longest window.
     *
     * @param usualInterval how often the slowest of the sensors speaks
     * @throws IllegalArgumentException when the interval is not positive or the gaps leave nothing of the span
     */
    public static TrainingPlan of(TimeSpan span, Duration usualInterval, Sensitivity sensitivity) {
        if (usualInterval.isNegative() || usualInterval.isZero()) {
            throw new IllegalArgumentException("usual interval is not positive: " + usualInterval);
        }
        Gap gap = new Gap(
                span.length().dividedBy(EMBARGO_PARTS), usualInterval.multipliedBy(NoveltyTraining.WINDOW_SAMPLES));
        return new TrainingPlan(TimeSplit.of(span, SplitShares.USUAL, gap), sensitivity);
    }
}
