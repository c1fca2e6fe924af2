package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionEpisodesTest {
    private static final SensorId SENSOR = SensorId.of("pump", "flow");
    private static final List<Contribution> SHARES = List.of(new Contribution(SENSOR, 1));
    private static final long SECOND = 1_000;
    /** A day after the first sample, so that the limit is what it says. */
    private static final long START = 86_400_000;

    private static final Score QUIET = new Score(false, 0, 86_400, 0, 1);
    private static final Score LOUD = new Score(false, 0.6, 0.9, 0, 1);
    private static final Score LOUDER = new Score(false, 0.7, 0.5, 0, 1);
    private static final Score LOUDEST = new Score(false, 0.9, 0.01, 0, 1);

    private final DetectionEpisodes episodes = watching(new DetectionEpisodes(SENSOR, "novelty", new Sensitivity(1)));
    private long now = START;

    private static DetectionEpisodes watching(DetectionEpisodes episodes) {
        episodes.judge(0, Score.NONE, 0, () -> SHARES);
        return episodes;
    }

    private List<Detection> judge(Score score) {
        now += SECOND;
        return episodes.judge(now, score, now - 10 * SECOND, () -> SHARES);
    }

    private List<Detection> quiet(int samples) {
        List<Detection> told = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            told.addAll(judge(QUIET));
        }
        return told;
    }

    @Test
    void aRareScoreOpensAnEpisode() {
        List<Detection> told = judge(LOUD);

        assertThat(told).hasSize(1);
        Detection opened = told.get(0);
        assertThat(opened.phase()).isEqualTo(Phase.OPENED);
        assertThat(opened.asset()).isEqualTo(SENSOR.asset());
        assertThat(opened.rule()).isEqualTo("novelty");
        assertThat(opened.openedAt()).isEqualTo(Instant.ofEpochMilli(now)).isEqualTo(opened.at());
        assertThat(opened.id()).isEqualTo(DetectionId.of("novelty", SENSOR, opened.openedAt()));
        assertThat(opened.window().contains(opened.at())).isTrue();
        assertThat(opened.window().start()).isEqualTo(Instant.ofEpochMilli(now - 10 * SECOND));
        assertThat(opened.peakScore()).isEqualTo(0.6);
        assertThat(opened.contributions()).isEqualTo(SHARES);
    }

    @Test
    void aFrequentScoreTellsNothing() {
        assertThat(judge(new Score(false, 0.4, 1.1, 0, 1))).isEmpty();
        assertThat(episodes.isOpen()).isFalse();
    }

    @Test
    void aWarmingUpDetectorTellsNothing() {
        assertThat(judge(new Score(true, 0, 0, 0, 1))).isEmpty();
    }

    @Test
    void anEpisodeGrowsWorseOnlyWhenItsPeakIsFarRarer() {
        Detection opened = judge(LOUD).get(0);

        assertThat(judge(LOUDER)).isEmpty();
        List<Detection> worsened = judge(LOUDEST);
        List<Detection> again = judge(LOUDEST);

        assertThat(worsened).extracting(Detection::phase).containsExactly(Phase.WORSENED);
        assertThat(worsened.get(0).id()).isEqualTo(opened.id());
        assertThat(worsened.get(0).peakScore()).isEqualTo(0.9);
        assertThat(worsened.get(0).falseAlarmsPerDay()).isEqualTo(0.01);
        assertThat(again).isEmpty();
    }

    @Test
    void anEpisodeClosesAfterTheHoldAndTellsItsPeak() {
        judge(LOUDEST);

        assertThat(quiet(DetectionEpisodes.HOLD_SAMPLES - 1)).isEmpty();
        List<Detection> closed = quiet(1);

        assertThat(closed).extracting(Detection::phase).containsExactly(Phase.CLOSED);
        assertThat(closed.get(0).peakScore()).isEqualTo(0.9);
        assertThat(episodes.isOpen()).isFalse();
    }

    @Test
    void aScoreWithinTheHoldKeepsTheEpisodeOpen() {
        judge(LOUD);
        quiet(DetectionEpisodes.HOLD_SAMPLES - 1);
        judge(LOUD);

        assertThat(quiet(DetectionEpisodes.HOLD_SAMPLES - 1)).isEmpty();
        assertThat(quiet(1)).hasSize(1);
    }

    @Test
    void aFastSensorHoldsForAMinuteAtLeast() {
        judge(LOUD);
        long opened = now;

        for (int i = 1; i <= 10 * DetectionEpisodes.HOLD_SAMPLES; i++) {
            List<Detection> told = episodes.judge(opened + i * 10L, QUIET, opened, () -> SHARES);
            assertThat(told).isEmpty();
        }

        assertThat(episodes.judge(opened + DetectionEpisodes.HOLD_MILLIS, QUIET, opened, () -> SHARES))
                .hasSize(1);
    }

    @Test
    void theNextEpisodeHasAnIdOfItsOwn() {
        Detection first = judge(LOUD).get(0);
        quiet(DetectionEpisodes.HOLD_SAMPLES);

        Detection second = judge(LOUD).get(0);

        assertThat(second.phase()).isEqualTo(Phase.OPENED);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void aClockThatIsSetBackBreaksNothing() {
        judge(LOUD);

        now -= 3_600 * SECOND;

        assertThat(judge(LOUDEST)).extracting(Detection::phase).containsExactly(Phase.WORSENED);
        assertThat(quiet(DetectionEpisodes.HOLD_SAMPLES)).hasSize(1);
    }

    @Test
    void theFirstDayAllowsForMore() {
        Sensitivity sensitivity = new Sensitivity(1);
        Score fourADay = new Score(false, 0.5, 4, 0, 1);

        assertThat(sensitivity.speaksOn(fourADay, 3_600_000)).isTrue();
        assertThat(sensitivity.speaksOn(fourADay, 2 * 3_600_000)).isFalse();
        assertThat(sensitivity.speaksOn(new Score(false, 0.5, 17, 0, 1), 1)).isFalse();
        assertThat(sensitivity.speaksOn(LOUD, 10 * START)).isTrue();
    }

    @Test
    void aNewSensitivityCountsFromTheNextScore() {
        episodes.setSensitivity(new Sensitivity(0.1));

        assertThat(judge(LOUD)).isEmpty();
        assertThat(judge(LOUDEST)).hasSize(1);
    }

    @Test
    void aRestoredEpisodeGoesOn() {
        judge(LOUD);
        quiet(10);

        DetectionEpisodes copy = DetectionEpisodes.restore(episodes.snapshot());

        assertThat(copy.snapshot()).isEqualTo(episodes.snapshot());
        for (int i = 0; i < 2 * DetectionEpisodes.HOLD_SAMPLES; i++) {
            now += SECOND;
            Score score = i == 5 ? LOUDEST : QUIET;
            assertThat(copy.judge(now, score, now, () -> SHARES))
                    .isEqualTo(episodes.judge(now, score, now, () -> SHARES));
        }
        assertThat(copy.isOpen()).isFalse();
    }
}
