package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftAlarmsTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant SINCE = NOW.minus(Duration.ofHours(3));

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void driftRaisesOneAlarmOfLowPriorityThatSaysWhatToDo() {
        AlarmDesk desk = desk();
        DriftAlarms alarms = new DriftAlarms(desk);

        alarms.drifting(drift(1.5, "flow"), NOW);
        alarms.drifting(drift(1.2, "flow", "speed"), NOW.plusSeconds(60));

        Alarm alarm = desk.current().get(0);
        assertThat(desk.current()).hasSize(1);
        assertThat(alarm.rule()).isEqualTo("drift");
        assertThat(alarm.priority()).isEqualTo(Priority.LOW);
        assertThat(alarm.message()).isEqualTo("Flow of P-101 drifted away from what the model was trained on");
        assertThat(alarm.window().start()).isEqualTo(SINCE);
        assertThat(alarm.guidance().action()).startsWith("Open Models").endsWith("retrain.");
    }

    @Test
    void anAlarmEndsWhenTheAssetDriftsNoMore() {
        AlarmDesk desk = desk();
        DriftAlarms alarms = new DriftAlarms(desk);
        alarms.drifting(drift(1.5, "flow"), NOW);

        alarms.steady(PUMP, NOW.plusSeconds(600));

        assertThat(desk.current().get(0).closedAt()).contains(NOW.plusSeconds(600));
        alarms.drifting(drift(1.5, "flow"), NOW.plusSeconds(900));
        assertThat(desk.current()).hasSize(2);
    }

    @Test
    void aRestartNeitherLosesNorDoublesAnAlarm() {
        new DriftAlarms(desk()).drifting(drift(1.5, "flow"), NOW);

        AlarmDesk restarted = desk();
        new DriftAlarms(restarted).drifting(drift(1.5, "flow"), NOW.plusSeconds(300));

        assertThat(restarted.current()).hasSize(1);
    }

    private AlarmDesk desk() {
        return new AlarmDesk(
                store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, InstantSource.fixed(NOW));
    }

    private static AssetDrift drift(double ratio, String... sensors) {
        FeatureDrift drift = new FeatureDrift(
                DriftFeature.MEAN,
                new FeatureLevel(50, 1),
                new FeatureLevel(55, 1),
                DriftStatistic.NONE,
                new DriftStatistic(ratio * 0.2, 0.2),
                new DistributionDistance(DistributionDistance.Kind.KOLMOGOROV_SMIRNOV, DriftStatistic.NONE, Double.NaN),
                DriftDirection.ROSE,
                5,
                DriftStage.DRIFTING,
                SINCE);
        List<AssetDrift.Finding> findings = Stream.of(sensors)
                .map(name -> new AssetDrift.Finding(new SensorId(PUMP, name), drift))
                .toList();
        return new AssetDrift(PUMP, findings);
    }
}
