package dev.watchkeeper.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssetDriftTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final SensorId SPEED = SensorId.of("P-101", "speed");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void namesWhatDriftsTheWorstFirstAndSinceWhenTheFirstBegan() {
        AssetDrift drift = AssetDrift.of(
                PUMP,
                List.of(
                        report(FLOW, NOON, feature(2, DriftStage.DRIFTING, NOON.minusSeconds(60))),
                        report(SPEED, NOON, feature(3, DriftStage.DRIFTING, NOON.minusSeconds(10)))));

        assertThat(drift.stage()).isEqualTo(DriftStage.DRIFTING);
        assertThat(drift.driftingSensors()).containsExactly(SPEED, FLOW);
        assertThat(drift.since()).contains(NOON.minusSeconds(60));
    }

    @Test
    void theNewestReportOfASensorCounts() {
        DriftReport old = report(FLOW, NOON, feature(2, DriftStage.DRIFTING, NOON));
        DriftReport newer = report(FLOW, NOON.plusSeconds(60), feature(0.1, DriftStage.STEADY, null));

        AssetDrift drift = AssetDrift.of(PUMP, List.of(newer, old));

        assertThat(drift.stage()).isEqualTo(DriftStage.STEADY);
        assertThat(drift.since()).isEmpty();
    }

    @Test
    void aChangeAloneIsAFindingButNoDrift() {
        AssetDrift drift = AssetDrift.of(PUMP, List.of(report(FLOW, NOON, feature(9, DriftStage.CHANGED, NOON))));

        assertThat(drift.findings()).hasSize(1);
        assertThat(drift.drifting()).isEmpty();
        assertThat(drift.stage()).isEqualTo(DriftStage.CHANGED);
    }

    @Test
    void reportsOfOtherAssetsAreLeftOut() {
        SensorId other = SensorId.of("P-102", "flow");

        AssetDrift drift = AssetDrift.of(PUMP, List.of(report(other, NOON, feature(9, DriftStage.DRIFTING, NOON))));

        assertThat(drift.findings()).isEmpty();
    }

    @Test
    void anIndexOverFewStepsCountsOnlyAsFarAsTheValuesMoved() {
        FeatureDrift rounded = new FeatureDrift(
                DriftFeature.RANGE,
                new FeatureLevel(1, 1),
                new FeatureLevel(1, 1),
                DriftStatistic.NONE,
                new DriftStatistic(5, 0.5),
                new DistributionDistance(DistributionDistance.Kind.WASSERSTEIN, new DriftStatistic(0.1, 1), Double.NaN),
                DriftDirection.UNMOVED,
                0,
                DriftStage.STEADY,
                null);

        assertThat(rounded.score()).isEqualTo(0.2);
    }

    @Test
    void aSteadyFeatureHasNoBeginningAndAnyOtherHasOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> feature(1, DriftStage.STEADY, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> feature(1, DriftStage.CHANGED, null));
    }

    private static DriftReport report(SensorId sensor, Instant at, FeatureDrift feature) {
        TimeSpan window = TimeSpan.before(at, Duration.ofHours(1));
        return new DriftReport(sensor, window, TimeSpan.before(NOON, Duration.ofDays(3)), List.of(feature));
    }

    private static FeatureDrift feature(double score, DriftStage stage, @Nullable Instant since) {
        return new FeatureDrift(
                DriftFeature.MEAN,
                new FeatureLevel(1, 1),
                new FeatureLevel(1 + score, 1),
                DriftStatistic.NONE,
                DriftStatistic.NONE,
                new DistributionDistance(
                        DistributionDistance.Kind.WASSERSTEIN, new DriftStatistic(score, 1), Double.NaN),
                DriftDirection.ROSE,
                score,
                stage,
                since);
    }
}
