package dev.watchkeeper.engine.plant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.AssetEpisodes;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator is told of faults whose truth is known: those that the demo plant has by seed. */
class PlantedFaultTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration FAULT_FREE = Duration.ofMinutes(45);
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final int SEEDS = 3;
    private static final int NAMED_FIRST = 3;

    /**
     * A fault, and which sensors were named first while it lasted: by a detection, or, of an instrument that says nothing or
     * always the same, as a device that is not good.
     */
    private record Shown(Fault fault, List<SensorId> byDetection, Set<SensorId> byDevice) {
        boolean namesACause() {
            return byDetection.stream().anyMatch(fault.sensors()::contains) || byDevice.containsAll(fault.sensors());
        }
    }

    @Test
    void ofNineInTenFaultsTheSensorsNamedFirstHoldACause() {
        List<Shown> shown = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            shown.addAll(watch(seed));
        }

        Set<Fault.Kind> kinds = EnumSet.noneOf(Fault.Kind.class);
        shown.forEach(one -> kinds.add(one.fault().kind()));
        List<Shown> wrong = shown.stream().filter(one -> !one.namesACause()).toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(30);
        assertThat(kinds).containsExactlyInAnyOrder(Fault.Kind.values());
        assertThat(shown.stream().map(one -> one.fault().asset()).distinct()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(wrong).hasSizeLessThanOrEqualTo(shown.size() / 10);
    }

    @Test
    void whatADetectionNamesFirstIsHardlyEverBesideTheFault() {
        List<Shown> told = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            watch(seed).stream().filter(one -> !one.byDetection().isEmpty()).forEach(told::add);
        }

        assertThat(told).hasSizeGreaterThanOrEqualTo(20);
        assertThat(told.stream()
                        .filter(one ->
                                one.byDetection().stream().noneMatch(one.fault().sensors()::contains)))
                .hasSizeLessThanOrEqualTo(told.size() / 10);
    }

    private static List<Shown> watch(long seed) {
        Instant from = START.plus(FAULT_FREE);
        TimeSpan span = new TimeSpan(from, from.plus(LENGTH));
        DemoPlant plant = new DemoPlant(seed, START, FaultPlan.seeded(seed, span));
        Watchers watchers = new Watchers(plant.assets());
        Map<Fault, Set<SensorId>> devices = new HashMap<>();
        while (plant.time().isBefore(span.end())) {
            watchers.take(plant.step(), plant.time());
            for (Fault fault :
                    plant.faults(new TimeSpan(plant.time(), plant.time().plusMillis(1)))) {
                devices.computeIfAbsent(fault, ignored -> new HashSet<>()).addAll(watchers.bad(fault.asset(), plant));
            }
        }
        return plant.faults(span).stream()
                .map(fault -> new Shown(fault, watchers.named(fault), devices.getOrDefault(fault, Set.of())))
                .toList();
    }

    /** The plant's sensors, watched as the detection job does. */
    private static final class Watchers {
        private final Map<SensorId, SensorWatch> sensors = new HashMap<>();
        private final Map<AssetId, AssetWatch> assets = new HashMap<>();
        private final Map<AssetId, AssetEpisodes> episodes = new HashMap<>();
        private final List<Detection> told = new ArrayList<>();
        private final LiveReadings live = new LiveReadings();

        Watchers(List<Asset> described) {
            for (Asset asset : described) {
                List<SensorId> ids = asset.sensors().stream().map(Sensor::id).toList();
                assets.put(asset.id(), new AssetWatch(asset.id(), ids, Sensitivity.NORMAL));
            }
        }

        void take(List<Reading> readings, Instant now) {
            live.add(readings, now);
            readings.forEach(this::take);
        }

        /** The first that were named by the last detection of the fault's asset which it told of while it lasted. */
        List<SensorId> named(Fault fault) {
            return told.stream()
                    .filter(detection -> detection.asset().equals(fault.asset()))
                    .filter(detection -> fault.span().contains(detection.openedAt()))
                    .filter(detection -> fault.span().contains(detection.at()))
                    .reduce((earlier, later) -> later)
                    .map(last -> last.contributions().stream()
                            .limit(NAMED_FIRST)
                            .map(Contribution::sensor)
                            .toList())
                    .orElse(List.of());
        }

        /** The devices of an asset that are not good. */
        List<SensorId> bad(AssetId asset, DemoPlant plant) {
            return plant.sensors().stream()
                    .filter(sensor -> sensor.asset().equals(asset))
                    .filter(sensor -> live.latest(sensor)
                            .filter(latest -> latest.deviceState(plant.time()) != DeviceState.GOOD)
                            .isPresent())
                    .toList();
        }

        private void take(Reading reading) {
            long time = reading.time().toEpochMilli();
            tell(sensors.computeIfAbsent(reading.sensor(), id -> new SensorWatch(id, Sensitivity.NORMAL))
                    .judge(time, reading.value())
                    .detections());
            requireNonNull(assets.get(reading.sensor().asset()))
                    .take(reading.sensor(), time, reading.value())
                    .ifPresent(judged -> tell(judged.verdict().detections()));
        }

        private void tell(List<Detection> messages) {
            for (Detection message : messages) {
                episodes.computeIfAbsent(message.asset(), id -> new AssetEpisodes())
                        .take(message)
                        .ifPresent(told::add);
            }
        }
    }
}
