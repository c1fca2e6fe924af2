package dev.watchkeeper.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.plant.DemoPlant;
import dev.watchkeeper.engine.plant.Fault;
import dev.watchkeeper.engine.plant.FaultPlan;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlantDriftTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TRAINED = START.plus(Duration.ofDays(3));
    private static final Instant FOULS = TRAINED.plus(Duration.ofHours(6));
    private static final Instant END = FOULS.plus(Duration.ofHours(6));
    private static final AssetId EXCHANGER = new AssetId("E-201");
    private static final SensorId PRESSURE = new SensorId(EXCHANGER, "differential-pressure");
    private static final SensorId FLOW = new SensorId(EXCHANGER, "flow");

    private final Map<SensorId, DriftWatch> watches = new HashMap<>();
    private final Map<SensorId, DriftReport> newest = new HashMap<>();

    @Test
    void aFoulingExchangerDriftsInPressureAndFlowSinceItBeganAndNothingDidBefore() {
        Fault fouling =
                new Fault(Fault.Kind.FOULING, EXCHANGER, List.of(PRESSURE, FLOW), new TimeSpan(FOULS, END), 0.5);
        DemoPlant plant = new DemoPlant(2, START, FaultPlan.of(List.of(fouling)));
        train(plant);

        boolean before = drifts(plant, FOULS);
        boolean after = drifts(plant, END);

        assertThat(before).isFalse();
        assertThat(after).isTrue();
        AssetDrift verdict = AssetDrift.of(EXCHANGER, newest.values());
        AssetDrift.Finding worst = verdict.findings().get(0);
        assertThat(worst.sensor()).isEqualTo(PRESSURE);
        assertThat(worst.drift().feature()).isEqualTo(DriftFeature.MEAN);
        assertThat(worst.drift().direction()).isEqualTo(DriftDirection.ROSE);
        assertThat(verdict.driftingSensors()).contains(FLOW);
        assertThat(worst.drift().since().orElseThrow())
                .isBetween(FOULS.minus(Duration.ofMinutes(10)), FOULS.plus(Duration.ofMinutes(10)));
    }

    private void train(DemoPlant plant) {
        Map<SensorId, DriftReference.Fitter> fitters = new HashMap<>();
        while (plant.time().isBefore(TRAINED)) {
            for (Reading reading : plant.step()) {
                if (reading.sensor().asset().equals(EXCHANGER)) {
                    fitters.computeIfAbsent(reading.sensor(), DriftReference.Fitter::new)
                            .add(reading.time(), reading.value());
                }
            }
        }
        fitters.forEach((sensor, fitter) ->
                watches.put(sensor, new DriftWatch(fitter.fit().orElseThrow())));
    }

    /** Whether anything of the exchanger was drifting at any time until then. */
    private boolean drifts(DemoPlant plant, Instant until) {
        boolean drifted = false;
        while (plant.time().isBefore(until)) {
            for (Reading reading : plant.step()) {
                DriftWatch watch = watches.get(reading.sensor());
                if (watch != null) {
                    watch.take(reading.time().toEpochMilli(), reading.value())
                            .ifPresent(report -> newest.put(reading.sensor(), report));
                }
            }
            drifted |= newest.values().stream().anyMatch(report -> report.stage() == DriftStage.DRIFTING);
        }
        return drifted;
    }
}
