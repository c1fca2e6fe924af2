package dev.watchkeeper.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftHistoryTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final SensorId SPEED = SensorId.of("P-101", "speed");
    private static final SensorId OTHER = SensorId.of("P-1010", "flow");
    private static final TimeSpan ALWAYS = new TimeSpan(START, START.plus(Duration.ofDays(30)));

    @TempDir
    private Path directory;

    private QuestDbHistory history;

    @BeforeEach
    void open() {
        history = QuestDbHistory.open(directory, InstantSource.fixed(START));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void givesBackTheNewestReportOfEachSensorAsItWas() {
        DriftReport flow = report(FLOW, 2, 0.5, DriftStage.STEADY);
        DriftReport speed = report(SPEED, 1, 3, DriftStage.DRIFTING);
        history.drift()
                .addDrift(List.of(
                        report(FLOW, 1, 2, DriftStage.CHANGED), speed, report(OTHER, 9, 1, DriftStage.CHANGED)));
        history.drift().addDrift(List.of(flow));

        assertThat(history.drift().latestDrift(new AssetId("P-101"))).containsExactly(flow, speed);
        assertThat(history.drift().latestDrift(new AssetId("P-102"))).isEmpty();
    }

    @Test
    void addingAReportAgainChangesNothing() {
        DriftReport report = report(FLOW, 1, 2, DriftStage.CHANGED);

        history.drift().addDrift(List.of(report, report));
        history.drift().addDrift(List.of(report));

        assertThat(history.drift().driftCurve(FLOW, DriftFeature.MEAN, ALWAYS, 30_000))
                .hasSize(1);
    }

    @Test
    void aCurveHasTheWorstPointOfEachColumn() {
        List<DriftReport> reports = IntStream.range(0, 100)
                .mapToObj(i -> report(FLOW, i, i % 10 == 3 ? 5 : 0.1, DriftStage.CHANGED))
                .toList();
        history.drift().addDrift(reports);
        TimeSpan span = new TimeSpan(START, START.plus(Duration.ofMinutes(100)));

        List<DriftPoint> curve = history.drift().driftCurve(FLOW, DriftFeature.MEAN, span, 10);

        assertThat(curve).hasSize(10).allMatch(point -> point.drift().score() == 5);
        assertThat(curve.get(1).at()).isEqualTo(START.plus(Duration.ofMinutes(13)));
        assertThat(history.drift().driftCurve(FLOW, DriftFeature.RANGE, span, 10))
                .isEmpty();
    }

    @Test
    void survivesBeingOpenedAgain() {
        DriftReport report = report(FLOW, 1, 2, DriftStage.DRIFTING);
        history.drift().addDrift(List.of(report));

        history.close();
        open();

        assertThat(history.drift().latestDrift(FLOW.asset())).containsExactly(report);
    }

    @Test
    void refusesToWorkOnceHistoryIsClosed() {
        DriftHistory drift = history.drift();

        history.close();

        assertThatExceptionOfType(HistoryException.class).isThrownBy(() -> drift.latestDrift(FLOW.asset()));
    }

    private static DriftReport report(SensorId sensor, int minute, double score, DriftStage stage) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        FeatureDrift drift = new FeatureDrift(
                DriftFeature.MEAN,
                new FeatureLevel(1.5, 0.25),
                new FeatureLevel(1.75, 0.5),
                new DriftStatistic(0.01, 0.25),
                new DriftStatistic(0.02, 0.4),
                new DistributionDistance(
                        DistributionDistance.Kind.WASSERSTEIN, new DriftStatistic(score, 1), Double.NaN),
                DriftDirection.ROSE,
                1,
                stage,
                stage == DriftStage.STEADY ? null : at.minusSeconds(30));
        FeatureDrift unknown = new FeatureDrift(
                DriftFeature.KURTOSIS,
                new FeatureLevel(3, 0.5),
                FeatureLevel.UNKNOWN,
                DriftStatistic.NONE,
                DriftStatistic.NONE,
                new DistributionDistance(
                        DistributionDistance.Kind.KOLMOGOROV_SMIRNOV, new DriftStatistic(Double.NaN, 0.3), 0.5),
                DriftDirection.UNMOVED,
                Double.NaN,
                DriftStage.STEADY,
                null);
        return new DriftReport(
                sensor,
                TimeSpan.before(at, Duration.ofHours(1)),
                TimeSpan.before(START, Duration.ofDays(3)),
                List.of(drift, unknown));
    }
}
