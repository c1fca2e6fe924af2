package dev.watchkeeper.engine.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {
    private static final Instant LIVE = Instant.parse("2026-01-31T10:00:00Z");
    private static final TimeSpan DAY = new TimeSpan(LIVE, LIVE.plus(Duration.ofDays(1)));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, -5, Long.MIN_VALUE, Long.MAX_VALUE})
    void showsANewcomerCavitationAfterTwentySeconds(long seed) {
        Fault first = FaultPlan.demo(seed, LIVE).faults(DAY).get(0);

        assertThat(first.kind()).isEqualTo(Fault.Kind.CAVITATION);
        assertThat(first.asset()).isEqualTo(new AssetId("P-101"));
        assertThat(first.span().start()).isEqualTo(LIVE.plusSeconds(20));
        assertThat(first.severity()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, -5, Long.MIN_VALUE, Long.MAX_VALUE})
    void beginsAFaultOfAnotherKindEveryEightToTwelveMinutesWithRecoveryBetween(long seed) {
        List<Fault> faults = FaultPlan.demo(seed, LIVE).faults(DAY);

        for (int i = 1; i < faults.size(); i++) {
            Fault before = faults.get(i - 1);
            Fault fault = faults.get(i);
            assertThat(Duration.between(before.span().start(), fault.span().start()))
                    .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(12));
            assertThat(Duration.between(before.span().end(), fault.span().start()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(4));
            assertThat(fault.kind()).isNotEqualTo(before.kind());
        }
    }

    @Test
    void hasEveryKindOfFaultWithinTwoHours() {
        Set<Fault.Kind> kinds =
                FaultPlan.demo(3, LIVE).faults(new TimeSpan(LIVE, LIVE.plus(Duration.ofHours(2)))).stream()
                        .map(Fault::kind)
                        .collect(Collectors.toSet());

        assertThat(kinds).isEqualTo(EnumSet.allOf(Fault.Kind.class));
    }

    @Test
    void saysTheSameOfAMomentAsOfTheWholeDay() {
        FaultPlan plan = FaultPlan.demo(3, LIVE);
        List<Fault> day = plan.faults(DAY);

        for (Instant time = LIVE; time.isBefore(DAY.end()); time = time.plusSeconds(37)) {
            TimeSpan moment = new TimeSpan(time, time.plusMillis(1));
            assertThat(plan.faults(moment))
                    .isEqualTo(day.stream()
                            .filter(fault -> fault.span().overlaps(moment))
                            .toList());
        }
    }

    @Test
    void hasNoFaultBeforeItIsLive() {
        assertThat(FaultPlan.demo(3, LIVE).faults(TimeSpan.before(LIVE, Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void keepsSeededFaultsWithinTheirSpan() {
        TimeSpan hour = new TimeSpan(LIVE, LIVE.plus(Duration.ofHours(1)));

        List<Fault> faults = FaultPlan.seeded(3, hour).faults(DAY);

        assertThat(faults)
                .hasSizeBetween(5, 7)
                .allMatch(fault -> !fault.span().end().isAfter(hour.end()));
    }

    @Test
    void givesTheFaultsThatItWasGivenByTheirStart() {
        Fault late = stuck(100, 200);
        Fault early = stuck(10, 50);
        FaultPlan plan = FaultPlan.of(List.of(late, early));

        assertThat(plan.faults(DAY)).containsExactly(early, late);
        assertThat(plan.faults(new TimeSpan(LIVE.plusSeconds(50), LIVE.plusSeconds(101))))
                .containsExactly(late);
        assertThat(FaultPlan.none().faults(DAY)).isEmpty();
    }

    @Test
    void refusesAFaultOfTheSensorOfAnotherAsset() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fault(
                        Fault.Kind.SPIKE, new AssetId("P-101"), List.of(SensorId.of("P-102", "flow")), DAY, 1))
                .withMessageContaining("P-102/flow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fault(Fault.Kind.SPIKE, new AssetId("P-101"), List.of(), DAY, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fault(
                        Fault.Kind.SPIKE, new AssetId("P-101"), List.of(SensorId.of("P-101", "flow")), DAY, 0));
    }

    private static Fault stuck(int fromSecond, int toSecond) {
        return new Fault(
                Fault.Kind.SENSOR_STUCK,
                new AssetId("P-101"),
                List.of(SensorId.of("P-101", "flow")),
                new TimeSpan(LIVE.plusSeconds(fromSecond), LIVE.plusSeconds(toSecond)),
                1);
    }

    @Test
    void theExchangerFoulsForSixHoursInEveryTwelve() {
        FaultPlan plan = FaultPlan.slowFouling(LIVE);

        assertThat(plan.faults(TimeSpan.before(LIVE, Duration.ofDays(30)))).isEmpty();
        assertThat(plan.faults(new TimeSpan(LIVE, LIVE.plus(Duration.ofHours(24)))))
                .extracting(Fault::span)
                .containsExactly(
                        new TimeSpan(LIVE.plus(Duration.ofMinutes(45)), LIVE.plus(Duration.ofMinutes(405))),
                        new TimeSpan(LIVE.plus(Duration.ofMinutes(765)), LIVE.plus(Duration.ofMinutes(1_125))));
        Instant cleaned = LIVE.plus(Duration.ofHours(8));
        assertThat(plan.faults(new TimeSpan(cleaned, cleaned.plusSeconds(1)))).isEmpty();
    }

    @Test
    void twoPlansTogetherHaveTheFaultsOfBothByTheirStart() {
        FaultPlan both = FaultPlan.slowFouling(LIVE).and(FaultPlan.demo(3, LIVE));

        List<Fault> faults = both.faults(DAY);

        assertThat(faults)
                .containsAll(FaultPlan.demo(3, LIVE).faults(DAY))
                .containsAll(FaultPlan.slowFouling(LIVE).faults(DAY));
        assertThat(faults)
                .isSortedAccordingTo(Comparator.comparing(fault -> fault.span().start()));
    }
}
