package dev.watchkeeper.engine.model.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkForwardTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Gap GAP = new Gap(Duration.ofHours(1), Duration.ofHours(1));

    @Test
    void eachFoldTrainsOnAllBeforeItAndIsTestedOnWhatComesNext() {
        List<Fold> folds = WalkForward.folds(hours(0, 40), 3, Duration.ofHours(10), GAP);

        assertThat(folds)
                .containsExactly(
                        new Fold(1, hours(0, 10), hours(12, 20), GAP),
                        new Fold(2, hours(0, 20), hours(22, 30), GAP),
                        new Fold(3, hours(0, 30), hours(32, 40), GAP));
    }

    @Test
    void aFoldHasNoValidation() {
        Fold fold =
                WalkForward.folds(hours(0, 40), 3, Duration.ofHours(10), GAP).get(0);

        assertThat(fold.parts()).containsOnlyKeys(Part.TRAINING, Part.TEST);
        assertThat(fold.windowsFrom(Part.VALIDATION)).isEmpty();
    }

    @Test
    void refusesFoldsThatTheirGapsFill() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkForward.folds(hours(0, 40), 15, Duration.ofHours(10), GAP))
                .withMessage("a fold of 15 gets PT2H, which is not more than the gap of PT2H");
    }

    @Test
    void refusesNoFoldsAndNoTraining() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WalkForward.folds(hours(0, 40), 0, Duration.ofHours(10), GAP));
        assertThatIllegalArgumentException().isThrownBy(() -> WalkForward.folds(hours(0, 40), 3, Duration.ZERO, GAP));
    }

    private static TimeSpan hours(int from, int to) {
        return new TimeSpan(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
    }
}
