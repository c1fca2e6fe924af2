package dev.watchkeeper.engine.model.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSplitTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Gap GAP = new Gap(Duration.ofMinutes(40), Duration.ofMinutes(20));

    @Test
    void partsFollowEachOtherWithAGapBetweenEachTwo() {
        TimeSplit split = TimeSplit.of(hours(0, 102), SplitShares.USUAL, GAP);

        assertThat(split).isEqualTo(new TimeSplit(hours(0, 60), hours(61, 81), hours(82, 102), GAP));
        assertThat(split.parts().values()).containsExactly(hours(0, 60), hours(61, 81), hours(82, 102));
        assertThat(split.whole()).isEqualTo(hours(0, 102));
    }

    @Test
    void aMomentBelongsToNoMoreThanOnePart() {
        TimeSplit split =
                TimeSplit.of(new TimeSpan(START, START.plusMillis(1_009)), new SplitShares(0.5, 0.3, 0.2), Gap.NONE);

        for (int millis = 0; millis < 1_009; millis++) {
            Instant time = START.plusMillis(millis);
            assertThat(split.parts().values())
                    .filteredOn(part -> part.contains(time))
                    .hasSize(1);
        }
    }

    @Test
    void windowsReachBackIntoThePurgeGapButNotIntoTheEmbargo() {
        TimeSplit split = TimeSplit.of(hours(0, 102), SplitShares.USUAL, GAP);

        assertThat(split.windowsFrom(Part.TRAINING)).contains(START);
        assertThat(split.windowsFrom(Part.VALIDATION))
                .contains(hours(61, 61).start().minus(GAP.purge()));
        assertThat(split.embargoedUntil()).isEqualTo(hours(102, 102).end().plus(GAP.embargo()));
    }

    @Test
    void refusesAValidationThatBeginsWithinTheGap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSplit(hours(0, 10), hours(10, 20), hours(30, 40), GAP))
                .withMessage("the validation part begins 2026-03-01T10:00:00Z,"
                        + " but the gap behind the training part lasts until 2026-03-01T11:00:00Z");
    }

    @Test
    void refusesATestBeforeTraining() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSplit(hours(10, 20), hours(22, 30), hours(0, 5), GAP))
                .withMessageStartingWith("the test part begins");
    }

    @Test
    void refusesAnEmptyPart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSplit(hours(0, 10), hours(12, 12), hours(30, 40), GAP))
                .withMessageStartingWith("the validation part is empty");
    }

    @Test
    void refusesASpanThatItsGapsFill() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSplit.of(hours(0, 2), SplitShares.USUAL, GAP))
                .withMessage("the span of PT2H is not longer than its two gaps of PT1H");
    }

    @Test
    void refusesSharesThatAreNotPositiveOrDoNotAddUpToOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitShares(0.5, 0.3, 0.3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitShares(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitShares(Double.NaN, 0.5, 0.5));
    }

    @Test
    void refusesANegativeGap() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gap(Duration.ofSeconds(-1), Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gap(Duration.ZERO, Duration.ofSeconds(-1)));
    }

    private static TimeSpan hours(int from, int to) {
        return new TimeSpan(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
    }
}
