package dev.watchkeeper.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.evaluate.NabRecording.Window;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 100 rows, of which 15 are probation, and one window of the rows 40 to 49. */
class NabScorerTest {
    private static final int ROWS = 100;
    private static final Window WINDOW = new Window(40, 49);

    private static NabRecording recording(Window... windows) {
        return new NabRecording(
                "group/file.csv",
                Collections.nCopies(ROWS, "2014-01-01 00:00:00"),
                new long[ROWS],
                new double[ROWS],
                List.of(windows));
    }

    private static ScoredRows alarms(int... rows) {
        double[] scores = new double[ROWS];
        for (int row : rows) {
            scores[row] = 0.5;
        }
        return ScoredRows.of(scores);
    }

    private static double scored(NabProfile profile, int... alarms) {
        return new NabScorer(List.of(recording(WINDOW)), List.of(alarms(alarms)))
                .at(0.5, profile)
                .score();
    }

    private static double scored(int... alarms) {
        return scored(NabProfile.STANDARD, alarms);
    }

    @Test
    void silenceIsZeroAndTheFirstRowOfEveryWindowIsAHundred() {
        assertThat(scored()).isZero();
        assertThat(scored(40)).isCloseTo(100, within(1e-9));
    }

    @Test
    void theMiddleOfAWindowIsWorthLessByTheSigmoid() {
        double worth = (2 / (1 + Math.exp(-2.5)) - 1) / (2 / (1 + Math.exp(-5)) - 1);

        assertThat(scored(45)).isCloseTo(100 * (worth + 1) / 2, within(1e-9));
    }

    @Test
    void onlyTheEarliestAlarmOfAWindowCounts() {
        assertThat(scored(45, 46, 47)).isEqualTo(scored(45));
        assertThat(scored(41, 45)).isEqualTo(scored(41));
    }

    @Test
    void aFalseAlarmBeforeAnyWindowCostsItsFullWeight() {
        assertThat(scored(20)).isCloseTo(-100 * 0.11 / 2, within(1e-9));
        assertThat(scored(NabProfile.LOW_FALSE_POSITIVES, 20)).isCloseTo(-100 * 0.22 / 2, within(1e-9));
    }

    @Test
    void aFalseAlarmSoonAfterAWindowCostsLessByTheSigmoid() {
        double threeRowsPast = 2 / (1 + Math.exp(5 * 3 / 9.0)) - 1;

        assertThat(scored(40, 52)).isCloseTo(100 + 100 * 0.11 * threeRowsPast / 2, within(1e-9));
    }

    @Test
    void aFalseAlarmFarAfterAWindowCostsItsFullWeight() {
        assertThat(scored(40, 49 + 28)).isCloseTo(100 - 100 * 0.11 / 2, within(1e-9));
    }

    @Test
    void aMissedWindowWeighsTwiceInTheLowFalseNegativeProfile() {
        double best = scored(NabProfile.LOW_FALSE_NEGATIVES, 40);
        double falseAlarm = scored(NabProfile.LOW_FALSE_NEGATIVES, 20);

        assertThat(best).isCloseTo(100, within(1e-9));
        assertThat(falseAlarm).isCloseTo(-100 * 0.11 / 3, within(1e-9));
    }

    @Test
    void rowsInProbationDoNotCount() {
        assertThat(scored(0, 14)).isZero();
        assertThat(scored(15)).isNegative();
    }

    @Test
    void theBestThresholdIsFoundAndTakesAllEqualScoresTogether() {
        double[] scores = new double[ROWS];
        scores[20] = 0.9;
        scores[40] = 0.8;
        scores[70] = 0.8;
        scores[80] = 0.2;
        NabScorer scorer = new NabScorer(List.of(recording(WINDOW)), List.of(ScoredRows.of(scores)));

        NabScorer.Result best = scorer.best(NabProfile.STANDARD);

        assertThat(best.threshold()).isEqualTo(0.8);
        assertThat(best.score()).isEqualTo(scorer.at(0.8, NabProfile.STANDARD).score());
        assertThat(best.score()).isBetween(100 - 100 * 0.22 / 2, 100 - 100 * 0.11 / 2 - 1e-9);
    }

    @Test
    void whenEveryAlarmIsFalseSilenceIsBest() {
        NabScorer scorer = new NabScorer(List.of(recording(WINDOW)), List.of(alarms(20, 80)));

        assertThat(scorer.best(NabProfile.STANDARD).score()).isZero();
    }

    @Test
    void aRowWithoutItsScoreIsRefused() {
        assertThatThrownBy(() -> new NabScorer(List.of(recording()), List.of(new ScoredRows(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group/file.csv");
    }
}
