package dev.watchkeeper.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.ModelsStory;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowEpisode;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.SpeechTally;
import dev.watchkeeper.engine.model.deploy.SubjectComparison;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final SensorId FLOW = SensorId.of("pump-1", "flow");
    private static final SensorId CURRENT = SensorId.of("pump-1", "current");

    private final FakePlant plant = new FakePlant();

    @Test
    void ratesAreThoseOfADayAndTheFirstLineAddsThemUp() {
        Comparison comparison = comparison(Duration.ofDays(2));

        assertThat(comparison.lines())
                .containsExactly(
                        new Comparison.Line("All", 1.5, 5.5, 1, 9, 2),
                        new Comparison.Line("Flow", 0.5, 4, 0.5, 7, 1),
                        new Comparison.Line("Motor current", 1, 1.5, 0.5, 2, 1));
        assertThat(comparison.tooShort()).isFalse();
    }

    @Test
    void aShortComparisonSaysSo() {
        assertThat(comparison(Duration.ofHours(3)).tooShort()).isTrue();
    }

    @Test
    void beforeAnyTimeHasPassedThereIsNoRate() {
        assertThat(comparison(Duration.ZERO).lines().getFirst().championPerDay())
                .isNaN();
    }

    @Test
    void anEpisodeThatIsOpenReachesToTheEnd() {
        Comparison comparison = comparison(Duration.ofDays(2));

        assertThat(comparison.episodes()).extracting("label").containsExactly("Champion 2", "Challenger 3");
        assertThat(comparison.episodes().get(1).bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.toMillis()).isEqualTo(FakePlant.START.toEpochMilli()));
    }

    private Comparison comparison(Duration length) {
        ShadowReport report = new ShadowReport(
                ModelsStory.FOULED,
                2,
                3,
                TimeSpan.before(FakePlant.START, length),
                1_000,
                List.of(
                        new SubjectComparison(PartKind.NOVELTY, FLOW, tally(0.5, 8, 7), tally(0.5, 1, 1)),
                        new SubjectComparison(PartKind.NOVELTY, CURRENT, tally(1, 3, 2), tally(1, 1, 1))),
                List.of(new ShadowEpisode(Role.CHALLENGER, FLOW, FakePlant.START.minusSeconds(60), null, 0.9)));
        ModelRow row = new ModelRow(
                plant.assets().find(ModelsStory.FOULED).orElseThrow(),
                plant.models().card(ModelsStory.FOULED));
        return Comparison.of(report, row);
    }

    private static SpeechTally tally(double requested, long exceedances, long episodes) {
        return new SpeechTally(1_000, episodes, List.of(new RateCheck(requested, exceedances)));
    }
}
