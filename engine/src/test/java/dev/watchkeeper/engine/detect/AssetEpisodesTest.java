package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssetEpisodesTest {
    private static final SensorId FLOW = SensorId.of("P-1", "flow");
    private static final SensorId VIBRATION = SensorId.of("P-1", "vibration");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final AssetEpisodes episodes = new AssetEpisodes();

    @Test
    void theFirstSensorOpensTheAssetsEpisodeAndASecondOneWorsensIt() {
        Detection first = message(FLOW, Phase.OPENED, 10, 0.5, 0.1);
        assertThat(episodes.take(first)).contains(first);

        Detection joined =
                episodes.take(message(VIBRATION, Phase.OPENED, 12, 0.5, 0.001)).orElseThrow();

        assertThat(joined.id()).isEqualTo(first.id());
        assertThat(joined.phase()).isEqualTo(Phase.WORSENED);
        assertThat(joined.openedAt()).isEqualTo(first.openedAt());
        assertThat(joined.peakScore()).isEqualTo(0.75);
        assertThat(joined.falseAlarmsPerDay()).isEqualTo(0.001);
        assertThat(joined.contributions()).extracting(Contribution::sensor).containsExactly(VIBRATION, FLOW);
        assertThat(joined.contributions().stream()
                        .mapToDouble(Contribution::share)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void thePartsOfAJoinedScoreAddUpToTheSharesOfTheirSensors() {
        episodes.take(message(FLOW, Phase.OPENED, 10, 0.5, 0.1));

        Detection joined =
                episodes.take(message(VIBRATION, Phase.OPENED, 12, 0.5, 0.001)).orElseThrow();

        for (Contribution contribution : joined.contributions()) {
            double parts = joined.evidence().parts().stream()
                    .filter(part -> part.sensor().equals(contribution.sensor()))
                    .mapToDouble(ScorePart::share)
                    .sum();
            assertThat(parts).isCloseTo(contribution.share(), within(1e-9));
        }
        assertThat(joined.evidence().earlier())
                .extracting(EarlierWindow::sensor)
                .containsExactly(VIBRATION, FLOW);
    }

    @Test
    void theEpisodeClosesWhenTheLastOfItsSensorsHasClosed() {
        episodes.take(message(FLOW, Phase.OPENED, 10, 0.5, 0.1));
        episodes.take(message(VIBRATION, Phase.OPENED, 12, 0.5, 0.1));

        assertThat(episodes.take(message(FLOW, Phase.CLOSED, 80, 0.5, 0.1))).isEmpty();
        assertThat(episodes.isOpen()).isTrue();

        Detection end =
                episodes.take(message(VIBRATION, Phase.CLOSED, 90, 0.5, 0.1)).orElseThrow();
        assertThat(end.phase()).isEqualTo(Phase.CLOSED);
        assertThat(end.id()).isEqualTo(message(FLOW, Phase.OPENED, 10, 0.5, 0.1).id());
        assertThat(end.at()).isEqualTo(START.plusSeconds(90));
        assertThat(end.contributions()).hasSize(2);
        assertThat(episodes.isOpen()).isFalse();
    }

    @Test
    void afterItHasClosedTheNextOpensAnotherEpisode() {
        episodes.take(message(FLOW, Phase.OPENED, 10, 0.5, 0.1));
        episodes.take(message(FLOW, Phase.CLOSED, 80, 0.5, 0.1));

        Detection next = message(VIBRATION, Phase.OPENED, 200, 0.5, 0.1);
        assertThat(episodes.take(next)).contains(next);
    }

    @Test
    void aLittleWorseIsNotToldAgainAndMuchWorseIs() {
        episodes.take(message(FLOW, Phase.OPENED, 10, 0.5, 0.1));

        assertThat(episodes.take(message(FLOW, Phase.WORSENED, 11, 0.6, 0.05))).isEmpty();
        assertThat(episodes.take(message(FLOW, Phase.WORSENED, 12, 0.9, 0.001)))
                .hasValueSatisfying(worse -> assertThat(worse.peakScore()).isCloseTo(0.9, within(1e-9)));
    }

    @Test
    void theEndOfSomethingThatWasNeverToldIsNothing() {
        assertThat(episodes.take(message(FLOW, Phase.CLOSED, 80, 0.5, 0.1))).isEmpty();
    }

    @Test
    void restoredAnywhereItTellsTheSame() {
        List<Detection> messages = List.of(
                message(FLOW, Phase.OPENED, 10, 0.5, 0.1),
                message(VIBRATION, Phase.OPENED, 12, 0.5, 0.01),
                message(FLOW, Phase.WORSENED, 13, 0.97, 1e-6),
                message(VIBRATION, Phase.CLOSED, 80, 0.5, 0.01),
                message(FLOW, Phase.CLOSED, 90, 0.97, 1e-6),
                message(VIBRATION, Phase.OPENED, 200, 0.4, 0.2));
        List<Optional<Detection>> straight = new ArrayList<>();
        messages.forEach(message -> straight.add(episodes.take(message)));

        AssetEpisodes restored = new AssetEpisodes();
        List<Optional<Detection>> withCuts = new ArrayList<>();
        for (Detection message : messages) {
            restored = AssetEpisodes.restore(restored.snapshot());
            withCuts.add(restored.copy().take(message));
            restored.take(message);
        }

        assertThat(withCuts).isEqualTo(straight);
    }

    private static Detection message(SensorId sensor, Phase phase, long second, double peak, double perDay) {
        Instant openedAt = START.plusSeconds(sensor.equals(FLOW) ? 10 : second >= 200 ? 200 : 12);
        Instant at = START.plusSeconds(second);
        return new Detection(
                DetectionId.of("novelty", sensor, openedAt),
                sensor.asset(),
                "novelty",
                phase,
                openedAt,
                at,
                new TimeSpan(openedAt.minusSeconds(60), openedAt.plusMillis(1)),
                peak,
                perDay,
                List.of(new Contribution(sensor, 1)),
                new Evidence(
                        List.of(
                                new ScorePart(sensor, ScorePart.Kind.LEVEL, 3, 4, 0.75),
                                new ScorePart(sensor, ScorePart.Kind.RANGE, 1, 2, 0.25)),
                        List.of(new EarlierWindow(
                                sensor,
                                new TimeSpan(openedAt.minusSeconds(3), openedAt),
                                new TimeSpan(openedAt.minusSeconds(903), openedAt.minusSeconds(900)),
                                2,
                                0.5))));
    }
}
