package dev.watchkeeper.engine.model.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Subject;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShadowComparisonTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final Subject FLOW = new Subject(PartKind.NOVELTY, new SensorId(PUMP, "flow"));
    private static final Subject SPEED = new Subject(PartKind.NOVELTY, new SensorId(PUMP, "speed"));
    private static final Contender CHAMPION = new Contender(0, new Sensitivity(1));
    private static final Contender CHALLENGER = new Contender(4, new Sensitivity(2));

    private final ShadowComparison comparison = new ShadowComparison(PUMP, CHAMPION, CHALLENGER, List.of(FLOW, SPEED));

    @Test
    void countsSamplesThatAreAsRareAsEachSensitivityAsksFor() {
        comparison.take(Role.CHAMPION, FLOW, scored(1));
        comparison.take(Role.CHAMPION, FLOW, scored(2));
        comparison.take(Role.CHALLENGER, FLOW, scored(2));
        comparison.take(Role.CHALLENGER, FLOW, scored(2_001));

        SubjectComparison flow = comparison.report().subjects().get(0);
        assertThat(flow.champion().samples()).isEqualTo(2);
        assertThat(flow.champion().exceedances()).isEqualTo(1);
        assertThat(flow.champion().rates()).contains(new RateCheck(10, 2));
        assertThat(flow.challenger().samples()).isEqualTo(2);
        assertThat(flow.challenger().rates())
                .containsExactly(
                        new RateCheck(2, 1), new RateCheck(20, 1), new RateCheck(200, 1), new RateCheck(2_000, 1));
    }

    @Test
    void samplesInWarmUpDoNotCount() {
        comparison.take(Role.CHAMPION, FLOW, new Verdict(Score.NONE, List.of()));

        assertThat(comparison.report().subjects().get(0).champion().samples()).isZero();
    }

    @Test
    void whatTheChallengerHasNoPartForIsNotCompared() {
        comparison.take(
                Role.CHAMPION,
                new Subject(PartKind.NOVELTY, new SensorId(PUMP, "other")),
                told("other", Detection.Phase.OPENED, 5, 5));

        assertThat(comparison.report().subjects())
                .extracting(SubjectComparison::subject)
                .containsExactly(FLOW.id(), SPEED.id());
        assertThat(comparison.report().episodes()).isEmpty();
    }

    @Test
    void anEpisodeIsCountedOnceAndEndsWhenItCloses() {
        comparison.take(Role.CHALLENGER, FLOW, told("flow", Detection.Phase.OPENED, 5, 5));
        comparison.take(Role.CHALLENGER, FLOW, told("flow", Detection.Phase.WORSENED, 5, 7));
        comparison.take(Role.CHALLENGER, SPEED, told("speed", Detection.Phase.OPENED, 6, 6));
        comparison.take(Role.CHALLENGER, FLOW, told("flow", Detection.Phase.CLOSED, 5, 70));

        ShadowReport report = comparison.report();
        assertThat(report.subjects().get(0).challenger().episodes()).isEqualTo(1);
        assertThat(report.episodes(Role.CHALLENGER))
                .containsExactly(
                        new ShadowEpisode(Role.CHALLENGER, FLOW.id(), second(5), second(70), 0.9),
                        new ShadowEpisode(Role.CHALLENGER, SPEED.id(), second(6), null, 0.9));
        assertThat(report.episodes(Role.CHAMPION)).isEmpty();
    }

    @Test
    void remembersTheNewestEpisodesAndCountsAll() {
        for (int i = 0; i < ShadowReport.MOST_EPISODES + 5; i++) {
            comparison.take(Role.CHAMPION, FLOW, told("flow", Detection.Phase.OPENED, i, i));
        }

        ShadowReport report = comparison.report();
        assertThat(report.subjects().get(0).champion().episodes()).isEqualTo(ShadowReport.MOST_EPISODES + 5);
        assertThat(report.episodes()).hasSize(ShadowReport.MOST_EPISODES);
        assertThat(report.episodes())
                .first()
                .matches(episode -> episode.openedAt().equals(second(5)));
    }

    @Test
    void theSpanReachesFromTheFirstToJustAfterTheLastReading() {
        comparison.count(5_000);
        comparison.count(4_000);
        comparison.count(9_000);

        ShadowReport report = comparison.report();
        assertThat(report.readings()).isEqualTo(3);
        assertThat(report.over()).isEqualTo(new TimeSpan(second(4), second(9).plusMillis(1)));
    }

    @Test
    void againstAnotherChampionAllBeginsAnew() {
        comparison.count(5_000);
        comparison.take(Role.CHALLENGER, FLOW, told("flow", Detection.Phase.OPENED, 5, 5));

        ShadowReport report =
                comparison.against(new Contender(7, Sensitivity.NORMAL)).report();

        assertThat(report.championNumber()).isEqualTo(7);
        assertThat(report.challengerNumber()).isEqualTo(4);
        assertThat(report.readings()).isZero();
        assertThat(report.episodes()).isEmpty();
        assertThat(report.subjects())
                .hasSize(2)
                .allMatch(subject -> subject.challenger().episodes() == 0);
    }

    @Test
    void restoredItGoesOnTheSame() {
        comparison.count(5_000);
        comparison.take(Role.CHAMPION, FLOW, told("flow", Detection.Phase.OPENED, 5, 5));
        comparison.take(Role.CHALLENGER, SPEED, told("speed", Detection.Phase.CLOSED, 4, 5));

        ShadowComparison restored = ShadowComparison.restore(comparison.snapshot());
        assertThat(restored.report()).isEqualTo(comparison.report());
        for (ShadowComparison one : List.of(comparison, restored)) {
            one.count(8_000);
            one.take(Role.CHAMPION, FLOW, told("flow", Detection.Phase.CLOSED, 5, 80));
        }

        assertThat(restored.report()).isEqualTo(comparison.report());
        assertThat(restored.snapshot()).isEqualTo(comparison.snapshot());
    }

    private static Verdict scored(double perDay) {
        return new Verdict(new Score(false, 0.5, perDay, Double.NaN, Double.NaN), List.of());
    }

    private static Verdict told(String sensor, Detection.Phase phase, int openedAt, int at) {
        SensorId subject = new SensorId(PUMP, sensor);
        Detection detection = new Detection(
                DetectionId.of("novelty", subject, second(openedAt)),
                PUMP,
                "novelty",
                phase,
                second(openedAt),
                second(at),
                new TimeSpan(second(openedAt), second(openedAt)),
                0.9,
                0.1,
                List.of(new Contribution(subject, 1)));
        return new Verdict(new Score(false, 0.9, 0.1, Double.NaN, Double.NaN), List.of(detection));
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }
}
