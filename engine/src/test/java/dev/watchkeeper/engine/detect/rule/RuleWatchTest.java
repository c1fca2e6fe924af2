package dev.watchkeeper.engine.detect.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleWatchTest {
    private static final SensorId PRESSURE = SensorId.of("P-101", "pressure");
    private static final long START = Instant.parse("2026-03-01T03:00:00Z").toEpochMilli();

    @Test
    void aValueBeyondTheLimitOpensAnEpisodeAndComingBackThroughTheDeadbandClosesIt() {
        RuleWatch watch = new RuleWatch(high(6, 0.5, Delays.NONE));

        List<Detection> told = run(watch, 5.9, 6.1, 5.8, 5.6, 5.4);

        assertThat(told).extracting(Detection::phase).containsExactly(Phase.OPENED, Phase.CLOSED);
        assertThat(told).extracting(Detection::at).containsExactly(second(1), second(4));
        assertThat(told).extracting(Detection::rule).containsOnly("pressure:high");
        assertThat(told)
                .extracting(Detection::id)
                .hasSize(2)
                .containsOnly(told.get(0).id());
    }

    @Test
    void aLowLimitSpeaksOnValuesBelow() {
        RuleWatch watch = new RuleWatch(new Condition.Limit(PRESSURE, Level.LOW_LOW, 1, 0, Delays.NONE));

        List<Detection> told = run(watch, 1.0, 0.9);

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.at()).isEqualTo(second(1));
            assertThat(one.rule()).isEqualTo("pressure:low-low");
        });
    }

    @Test
    void anExcursionShorterThanTheOnDelayIsNeverTold() {
        RuleWatch watch = new RuleWatch(high(6, 0, delays(3, 0)));

        List<Detection> told = run(watch, 7, 7, 7, 5, 7, 7, 5);

        assertThat(told).isEmpty();
    }

    @Test
    void anEpisodeIsToldAfterTheOnDelayAndBearsWhenItsConditionBegan() {
        RuleWatch watch = new RuleWatch(high(6, 0, delays(3, 0)));

        List<Detection> told = run(watch, 5, 7, 7, 7, 7, 7);

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.openedAt()).isEqualTo(second(1));
            assertThat(one.at()).isEqualTo(second(4));
        });
    }

    @Test
    void anEpisodeGoesOnWhenTheConditionComesBackWithinTheOffDelay() {
        RuleWatch watch = new RuleWatch(high(6, 0, delays(0, 3)));

        List<Detection> told = run(watch, 7, 5, 5, 7, 5, 5, 5, 5);

        assertThat(told).extracting(Detection::phase).containsExactly(Phase.OPENED, Phase.CLOSED);
        assertThat(told.get(1).at()).isEqualTo(second(7));
    }

    @Test
    void aRateThatIsTooHighOpensAnEpisode() {
        RuleWatch watch =
                new RuleWatch(new Condition.RateOfChange(PRESSURE, 0.5, 0, Duration.ofSeconds(1), Delays.NONE));

        List<Detection> told = run(watch, 1, 1.2, 2.2, 2.3);

        assertThat(told).extracting(Detection::phase).containsExactly(Phase.OPENED, Phase.CLOSED);
        assertThat(told).extracting(Detection::rule).containsOnly("pressure:rate");
    }

    @Test
    void anOpenEpisodeGoesOnUnderOtherNumbersUntilTheyEndIt() {
        RuleWatch watch = new RuleWatch(high(6, 0, Delays.NONE));
        List<Detection> opened = run(watch, 7);

        RuleWatch stricter = watch.with(high(5, 0, Delays.NONE));
        RuleWatch looser = watch.with(high(8, 0, Delays.NONE));

        assertThat(stricter.judge(START + 60_000, 7)).isEmpty();
        assertThat(looser.judge(START + 60_000, 7)).singleElement().satisfies(one -> {
            assertThat(one.phase()).isEqualTo(Phase.CLOSED);
            assertThat(one.id()).isEqualTo(opened.get(0).id());
        });
    }

    @Test
    void anotherConditionCannotTakeItsPlace() {
        RuleWatch watch = new RuleWatch(high(6, 0, Delays.NONE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.with(new Condition.Limit(PRESSURE, Level.LOW, 1, 0, Delays.NONE)))
                .withMessageContaining("pressure");
    }

    @Test
    void aWatchGoesOnFromASnapshotTakenAnywhereAsIfNothingHadHappened() {
        for (Condition.OfSensor condition : List.of(
                high(6, 0.3, delays(2, 4)),
                new Condition.RateOfChange(PRESSURE, 0.8, 0.1, Duration.ofSeconds(2), delays(1, 2)))) {
            double[] values = new Random(11).doubles(400, 4.5, 7).toArray();
            List<Detection> straight = run(new RuleWatch(condition), values);
            RuleWatch watch = new RuleWatch(condition);
            List<Detection> interrupted = new ArrayList<>();

            for (int i = 0; i < values.length; i++) {
                watch = RuleWatch.restore(watch.snapshot());
                interrupted.addAll(watch.judge(START + 1_000L * i, values[i]));
            }

            assertThat(straight).hasSizeGreaterThan(4);
            assertThat(interrupted).isEqualTo(straight);
        }
    }

    @Test
    void bytesThatAreNoSnapshotAreRefused() {
        byte[] snapshot = new RuleWatch(high(6, 0, Delays.NONE)).snapshot();
        byte[] cut = Arrays.copyOf(snapshot, snapshot.length - 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleWatch.restore(cut))
                .isInstanceOf(UnreadableStateException.class);
    }

    private static List<Detection> run(RuleWatch watch, double... values) {
        List<Detection> told = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            told.addAll(watch.judge(START + 1_000L * i, values[i]));
        }
        return told;
    }

    private static Condition.Limit high(double limit, double deadband, Delays delays) {
        return new Condition.Limit(PRESSURE, Level.HIGH, limit, deadband, delays);
    }

    private static Delays delays(int onSeconds, int offSeconds) {
        return new Delays(Duration.ofSeconds(onSeconds), Duration.ofSeconds(offSeconds));
    }

    private static Instant second(int second) {
        return Instant.ofEpochMilli(START + 1_000L * second);
    }
}
