package dev.watchkeeper.engine.plant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.AssetEpisodes;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
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

    /** A fault, and the last that was told of it while it lasted. */
    private record Told(Fault fault, Detection detection) {
        boolean namesACause() {
            return detection.contributions().stream()
                    .limit(NAMED_FIRST)
                    .map(Contribution::sensor)
                    .anyMatch(fault.sensors()::contains);
        }

        @Override
        public String toString() {
            return fault + " told as " + detection.contributions();
        }
    }

    @Test
    void theThreeSensorsNamedFirstHoldACauseOfTheFault() {
        List<Told> told = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            told.addAll(watch(seed));
        }

        Set<Fault.Kind> kinds = EnumSet.noneOf(Fault.Kind.class);
        told.forEach(one -> kinds.add(one.fault().kind()));
        List<Told> wrong = told.stream().filter(one -> !one.namesACause()).toList();
        assertThat(told).hasSizeGreaterThanOrEqualTo(20);
        assertThat(kinds)
                .contains(
                        Fault.Kind.CAVITATION,
                        Fault.Kind.BEARING_WEAR,
                        Fault.Kind.FOULING,
                        Fault.Kind.SLOW_DRIFT,
                        Fault.Kind.SPIKE);
        assertThat(told.stream().map(one -> one.fault().asset()).distinct()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(wrong).hasSizeLessThanOrEqualTo(told.size() / 10);
    }

    private static List<Told> watch(long seed) {
        Instant from = START.plus(FAULT_FREE);
        TimeSpan span = new TimeSpan(from, from.plus(LENGTH));
        DemoPlant plant = new DemoPlant(seed, START, FaultPlan.seeded(seed, span));
        Watchers watchers = new Watchers(plant.assets());
        while (plant.time().isBefore(span.end())) {
            plant.step().forEach(watchers::take);
        }
        List<Told> told = new ArrayList<>();
        for (Fault fault : plant.faults(span)) {
            watchers.told.stream()
                    .filter(detection -> detection.asset().equals(fault.asset()))
                    .filter(detection -> fault.span().contains(detection.openedAt()))
                    .filter(detection -> fault.span().contains(detection.at()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(last -> told.add(new Told(fault, last)));
        }
        return told;
    }

    /** The plant's sensors, watched as the detection job does. */
    private static final class Watchers {
        private final Map<SensorId, SensorWatch> sensors = new HashMap<>();
        private final Map<AssetId, AssetWatch> assets = new HashMap<>();
        private final Map<AssetId, AssetEpisodes> episodes = new HashMap<>();
        final List<Detection> told = new ArrayList<>();

        Watchers(List<Asset> described) {
            for (Asset asset : described) {
                List<SensorId> ids = asset.sensors().stream().map(Sensor::id).toList();
                assets.put(asset.id(), new AssetWatch(asset.id(), ids, Sensitivity.NORMAL));
            }
        }

        void take(Reading reading) {
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
