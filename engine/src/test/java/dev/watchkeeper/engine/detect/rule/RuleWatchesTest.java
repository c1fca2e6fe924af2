package dev.watchkeeper.engine.detect.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleWatchesTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId PRESSURE = new SensorId(PUMP, "pressure");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");
    private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");
    private static final Condition HIGH = new Condition.Limit(PRESSURE, Level.HIGH, 6, 0, Delays.NONE);

    private RuleWatches watches = new RuleWatches(PUMP);

    @Test
    void eachConditionIsJudgedOnItsOwnSensor() {
        watches.update(RuleUpdate.watch(HIGH));
        watches.update(RuleUpdate.watch(new Condition.Limit(FLOW, Level.LOW, 10, 0, Delays.NONE)));

        List<Detection> told = new ArrayList<>(judge(PRESSURE, 0, 7));
        told.addAll(judge(FLOW, 0, 7));

        assertThat(told).extracting(Detection::rule).containsExactly("pressure:high", "flow:low");
    }

    @Test
    void anEpisodeThatIsNoLongerWatchedIsClosed() {
        watches.update(RuleUpdate.watch(HIGH));
        judge(PRESSURE, 5, 7);

        List<Detection> told = watches.update(RuleUpdate.forget(PUMP, "pressure:high"));

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.phase()).isEqualTo(Phase.CLOSED);
            assertThat(one.at()).isEqualTo(START.plusSeconds(5));
        });
        assertThat(watches.isIdle()).isTrue();
        assertThat(judge(PRESSURE, 6, 7)).isEmpty();
    }

    @Test
    void whereNoMoreReadingsComeWhatOnlyWaitsForItsOffDelayIsOver() {
        Delays slow = new Delays(Duration.ZERO, Duration.ofMinutes(1));
        watches.update(RuleUpdate.watch(new Condition.Limit(PRESSURE, Level.HIGH, 6, 0, slow)));
        judge(PRESSURE, 0, 7);
        assertThat(watches.flush()).isEmpty();
        judge(PRESSURE, 1, 5);

        List<Detection> told = watches.flush();

        assertThat(told).extracting(Detection::phase).containsExactly(Phase.CLOSED);
        assertThat(watches.flush()).isEmpty();
    }

    @Test
    void watchesThatDelayEpisodesAreNotIdleAlsoWhileNoneIsOpen() {
        watches.update(
                RuleUpdate.watch(new Condition.Anomaly(PUMP, 1, new Delays(Duration.ofMinutes(1), Duration.ZERO))));
        boolean idleWithDelays = watches.isIdle();

        watches.update(RuleUpdate.forget(PUMP, Condition.Anomaly.NAME));

        assertThat(idleWithDelays).isFalse();
        assertThat(watches.isIdle()).isTrue();
    }

    @Test
    void theSameUpdateTwiceChangesNothing() {
        watches.update(RuleUpdate.watch(HIGH));
        judge(PRESSURE, 0, 7);

        watches.update(RuleUpdate.watch(HIGH));

        assertThat(judge(PRESSURE, 1, 7)).isEmpty();
        assertThat(judge(PRESSURE, 2, 5)).hasSize(1);
    }

    @Test
    void anUpdateForAnotherAssetIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watches.update(RuleUpdate.forget(new AssetId("P-102"), "flow:low")))
                .withMessageContaining("P-102");
    }

    @Test
    void withoutDelaysWhatDetectorsTellPassesAsItCame() {
        Detection opened = told(Phase.OPENED, 0, 0);
        Detection worse = told(Phase.WORSENED, 0, 5);
        Detection closed = told(Phase.CLOSED, 0, 9);

        assertThat(watches.delay(opened)).containsExactly(opened);
        assertThat(watches.delay(worse)).containsExactly(worse);
        assertThat(watches.delay(closed)).containsExactly(closed);
        assertThat(watches.isIdle()).isTrue();
    }

    @Test
    void theEndOfAnEpisodeThatWasToldBeforeThereWereDelaysIsTold() {
        Detection closed = told(Phase.CLOSED, 0, 9);

        assertThat(watches.delay(closed)).containsExactly(closed);
    }

    @Test
    void anEpisodeOfADetectorThatEndsBeforeTheOnDelayIsNeverTold() {
        watches.update(RuleUpdate.watch(new Condition.Anomaly(PUMP, 1, delays(60, 0))));

        List<Detection> told = new ArrayList<>(watches.delay(told(Phase.OPENED, 0, 0)));
        told.addAll(judge(FLOW, 59, 1));
        told.addAll(watches.delay(told(Phase.CLOSED, 0, 59)));
        told.addAll(judge(FLOW, 200, 1));

        assertThat(told).isEmpty();
    }

    @Test
    void anEpisodeOfADetectorIsToldWhenReadingsReachTheOnDelay() {
        watches.update(RuleUpdate.watch(new Condition.Anomaly(PUMP, 1, delays(60, 0))));
        watches.delay(told(Phase.OPENED, 0, 0));
        watches.delay(told(Phase.WORSENED, 0, 5));

        List<Detection> told = judge(FLOW, 60, 1);

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.phase()).isEqualTo(Phase.OPENED);
            assertThat(one.openedAt()).isEqualTo(START);
        });
    }

    @Test
    void aReplayInWhichTheEndComesAtOnceTellsAnEpisodeThatLastedLongEnough() {
        watches.update(RuleUpdate.watch(new Condition.Anomaly(PUMP, 1, delays(60, 0))));
        watches.delay(told(Phase.OPENED, 0, 0));

        List<Detection> told = watches.delay(told(Phase.CLOSED, 0, 600));

        assertThat(told).extracting(Detection::phase).containsExactly(Phase.OPENED, Phase.CLOSED);
    }

    @Test
    void anEpisodeThatBeginsWithinTheOffDelayGoesOnWithTheOneBefore() {
        watches.update(RuleUpdate.watch(new Condition.Anomaly(PUMP, 1, delays(0, 60))));
        Detection first = told(Phase.OPENED, 0, 0);
        List<Detection> told = new ArrayList<>(watches.delay(first));

        told.addAll(watches.delay(told(Phase.CLOSED, 0, 10)));
        told.addAll(judge(FLOW, 40, 1));
        told.addAll(watches.delay(told(Phase.OPENED, 50, 50)));
        told.addAll(watches.delay(told(Phase.CLOSED, 50, 80)));
        told.addAll(judge(FLOW, 139, 1));
        List<Detection> end = judge(FLOW, 140, 1);

        assertThat(told).extracting(Detection::phase).containsExactly(Phase.OPENED, Phase.WORSENED);
        assertThat(told).extracting(Detection::id).containsOnly(first.id());
        assertThat(end).singleElement().satisfies(one -> {
            assertThat(one.phase()).isEqualTo(Phase.CLOSED);
            assertThat(one.id()).isEqualTo(first.id());
        });
    }

    @Test
    void whatWaitsAndWhatIsOpenSurviveASnapshot() {
        watches.update(RuleUpdate.watch(HIGH));
        watches.update(RuleUpdate.watch(new Condition.Anomaly(PUMP, 1, delays(60, 60))));
        judge(PRESSURE, 0, 7);
        watches.delay(told(Phase.OPENED, 0, 0));

        watches = watches.copy();

        assertThat(judge(PRESSURE, 60, 5))
                .extracting(Detection::rule, Detection::phase)
                .containsExactly(tuple("novelty", Phase.OPENED), tuple("pressure:high", Phase.CLOSED));
    }

    private List<Detection> judge(SensorId sensor, int second, double value) {
        return watches.judge(Reading.good(sensor, START.plusSeconds(second), value));
    }

    private static Delays delays(int onSeconds, int offSeconds) {
        return new Delays(Duration.ofSeconds(onSeconds), Duration.ofSeconds(offSeconds));
    }

    private static Detection told(Phase phase, int openedSecond, int second) {
        Instant openedAt = START.plusSeconds(openedSecond);
        return new Detection(
                DetectionId.of("novelty", PRESSURE, openedAt),
                PUMP,
                "novelty",
                phase,
                openedAt,
                START.plusSeconds(second),
                TimeSpan.before(openedAt, Duration.ofMinutes(1)),
                0.9,
                0.1,
                List.of(new Contribution(PRESSURE, 1)));
    }
}
