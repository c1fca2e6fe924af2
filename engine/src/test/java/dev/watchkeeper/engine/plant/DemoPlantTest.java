package dev.watchkeeper.engine.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPlantTest {
    private static final long SEED = 4711;
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
    private static final SensorId LEVEL = SensorId.of("T-100", "level");

    @Test
    void givesAReadingOfEverySensorEverySecond() {
        DemoPlant plant = new DemoPlant(SEED, START.plusMillis(250), FaultPlan.none());

        List<Reading> readings = plant.step();

        assertThat(readings).extracting(Reading::sensor).containsExactlyElementsOf(plant.sensors());
        assertThat(readings).extracting(Reading::time).containsOnly(START.plusSeconds(1));
        assertThat(plant.time()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void givesTheSameReadingsFromTheSameSeed() {
        List<Reading> once = run(FaultPlan.demo(SEED, START), 900);
        List<Reading> again = run(FaultPlan.demo(SEED, START), 900);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void givesOtherReadingsFromAnotherSeed() {
        DemoPlant one = new DemoPlant(SEED, START, FaultPlan.none());
        DemoPlant other = new DemoPlant(SEED + 1, START, FaultPlan.none());

        assertThat(other.step()).isNotEqualTo(one.step());
    }

    @Test
    void losesNoWater() {
        DemoPlant plant = new DemoPlant(SEED, START, FaultPlan.none());
        double before = value(plant.step(), LEVEL);
        double stored = 0;
        Map<SensorId, Double> now = Map.of();

        for (int second = 0; second < 3_600; second++) {
            now = values(plant.step());
            stored += (at(now, "T-100/inflow") - at(now, "M-301/flow")) / 3_600;
        }

        assertThat((at(now, "T-100/level") - before) * WetWell.AREA_SQUARE_METRES)
                .isCloseTo(stored, within(0.5));
    }

    @Test
    void carriesThroughTheMainWhatThePumpsDeliver() {
        DemoPlant plant = new DemoPlant(SEED, START, FaultPlan.none());

        for (int second = 0; second < 60; second++) {
            Map<SensorId, Double> now = values(plant.step());
            double pumped = at(now, "P-101/flow") + at(now, "P-102/flow") + at(now, "P-103/flow");
            assertThat(at(now, "M-301/flow")).isCloseTo(pumped, within(5.0));
        }
    }

    @Test
    void runsFasterAtTheMorningPeakThanAtNight() {
        Map<SensorId, Double> night = values(new DemoPlant(SEED, at("03:00"), FaultPlan.none()).step());
        Map<SensorId, Double> peak = values(new DemoPlant(SEED, at("08:00"), FaultPlan.none()).step());

        for (String sensor : List.of(
                "T-100/inflow",
                "M-301/flow",
                "M-301/pressure",
                "P-102/speed",
                "P-102/flow",
                "P-102/motor-current",
                "P-102/vibration-drive-end",
                "P-102/bearing-temperature")) {
            assertThat(at(peak, sensor)).as(sensor).isGreaterThan(1.04 * at(night, sensor));
        }
        assertThat(at(peak, "P-102/suction-pressure")).isLessThan(at(night, "P-102/suction-pressure"));
    }

    @Test
    void staysNearItsNominalValuesForADayAndNeverLeavesTheRangeOfItsInstruments() {
        DemoPlant plant = new DemoPlant(SEED, at("00:00"), FaultPlan.none());
        Map<SensorId, double[]> sums = new HashMap<>();

        for (int second = 0; second < 86_400; second++) {
            for (Reading reading : plant.step()) {
                sums.computeIfAbsent(reading.sensor(), ignored -> new double[1])[0] += reading.value() / 86_400;
            }
        }

        for (Instrument instrument : PlantDescription.load().instruments()) {
            double mean = sums.getOrDefault(instrument.sensor(), new double[1])[0];
            assertThat(mean)
                    .as("mean of " + instrument.sensor())
                    .isCloseTo(instrument.nominal(), within(0.2 * instrument.nominal()))
                    .isBetween(instrument.low(), instrument.high());
        }
    }

    @Test
    void cavitationTakesSuctionPressureAndShakesThePump() {
        Fault fault = fault(Fault.Kind.CAVITATION, "P-101", "suction-pressure", 60, 180);

        Comparison during = compare(fault, 80, 180);

        assertThat(during.shift("P-101/suction-pressure")).isBetween(-0.3, -0.1);
        assertThat(during.shift("P-101/vibration-drive-end")).isGreaterThan(2);
        assertThat(during.shift("P-101/vibration-non-drive-end")).isGreaterThan(1.5);
        assertThat(during.shift("P-101/flow")).isLessThan(-10);
        assertThat(during.unrest("P-101/flow")).isGreaterThan(5);
        assertThat(during.unrest("P-101/motor-current")).isGreaterThan(3);
        assertThat(during.shift("P-102/flow")).as("the others take over").isPositive();
        assertThat(during.shift("K-401/pressure")).isZero();
    }

    @Test
    void bearingWearGrowsIntoVibrationAndThenIntoHeat() {
        Fault fault = fault(Fault.Kind.BEARING_WEAR, "P-102", "vibration-drive-end", 60, 360);

        Comparison early = compare(fault, 61, 160);
        Comparison late = compare(fault, 300, 360);

        assertThat(early.shift("P-102/vibration-drive-end")).isBetween(0.02, 1.0);
        assertThat(early.shift("P-102/bearing-temperature")).isLessThan(1);
        assertThat(late.shift("P-102/vibration-drive-end")).isGreaterThan(2.5);
        assertThat(late.shift("P-102/bearing-temperature")).isGreaterThan(3);
        assertThat(late.shift("P-102/flow")).isCloseTo(0, within(0.1));
        assertThat(late.shift("P-101/vibration-drive-end")).isCloseTo(0, within(0.01));
    }

    @Test
    void foulingOfTheExchangerTakesFlowAndWarmsItsOutlet() {
        Fault fault = fault(Fault.Kind.FOULING, "E-201", "differential-pressure", 60, 360);

        Comparison late = compare(fault, 300, 360);

        assertThat(late.shift("E-201/differential-pressure")).isGreaterThan(0.3);
        assertThat(late.shift("E-201/flow")).isLessThan(-2);
        assertThat(late.shift("E-201/pump-current")).isLessThan(-0.3);
        assertThat(late.shift("E-201/outlet-temperature")).isGreaterThan(1);
        assertThat(late.shift("E-201/inlet-temperature")).isZero();
    }

    @Test
    void foulingOfAPumpTakesFlowAndCurrent() {
        Fault fault = fault(Fault.Kind.FOULING, "P-103", "flow", 60, 360);

        Comparison late = compare(fault, 300, 360);

        assertThat(late.shift("P-103/flow")).isLessThan(-15);
        assertThat(late.shift("P-103/motor-current")).isLessThan(-1);
    }

    @Test
    void aStuckSensorRepeatsItsLastValue() {
        Fault fault = fault(Fault.Kind.SENSOR_STUCK, "P-101", "flow", 10, 60);

        List<Double> flow = series(FaultPlan.of(List.of(fault)), "P-101/flow", 70);

        assertThat(flow.subList(8, 59)).containsOnly(flow.get(8));
        assertThat(flow.subList(59, 70)).doesNotContainSequence(flow.get(8), flow.get(8));
    }

    @Test
    void aSilentSensorSaysNothingFromTheFirstToTheLastSecond() {
        Fault fault = fault(Fault.Kind.SENSOR_SILENT, "P-101", "flow", 10, 60);

        List<Instant> heard = run(FaultPlan.of(List.of(fault)), 70).stream()
                .filter(reading -> reading.sensor().equals(SensorId.of("P-101", "flow")))
                .map(Reading::time)
                .toList();

        assertThat(heard).hasSize(20).noneMatch(fault.span()::contains);
    }

    @Test
    void aDriftingSensorMovesAwayFromTheTruthAndComesBack() {
        Fault fault = fault(Fault.Kind.SLOW_DRIFT, "T-100", "level", 60, 360);

        assertThat(compare(fault, 60, 70).shift("T-100/level")).isBetween(0.0, 0.05);
        assertThat(compare(fault, 200, 220).shift("T-100/level")).isCloseTo(0.5, within(0.05));
        assertThat(compare(fault, 340, 360).shift("T-100/level")).isCloseTo(0.97, within(0.05));
        assertThat(compare(fault, 361, 370).shift("T-100/level")).isZero();
    }

    @Test
    void aSpikingSensorIsFarOffNowAndThen() {
        Fault fault = fault(Fault.Kind.SPIKE, "M-301", "pressure", 10, 110);

        List<Double> pressure = series(FaultPlan.of(List.of(fault)), "M-301/pressure", 120);

        assertThat(pressure.get(9)).as("the first second of the fault").isGreaterThan(8);
        assertThat(pressure.stream().filter(bar -> bar > 8).count()).isBetween(3L, 30L);
        assertThat(pressure.subList(0, 9)).allMatch(bar -> bar < 4);
        assertThat(pressure.subList(109, 120)).allMatch(bar -> bar < 4);
    }

    @Test
    void aFaultMovesNothingBeforeItBegins() {
        for (Fault.Kind kind : Fault.Kind.values()) {
            Fault fault = fault(kind, "P-101", "flow", 30, 60);

            assertThat(run(FaultPlan.of(List.of(fault)), 29)).as(kind.name()).isEqualTo(run(FaultPlan.none(), 29));
            assertThat(run(FaultPlan.of(List.of(fault)), 32)).as(kind.name()).isNotEqualTo(run(FaultPlan.none(), 32));
        }
    }

    @Test
    void aFaultOfAnInstrumentShowsNowhereElse() {
        for (Fault.Kind kind : Fault.Kind.values()) {
            if (!kind.isOfProcess()) {
                Fault fault = fault(kind, "T-100", "level", 10, 60);

                List<Reading> with = run(FaultPlan.of(List.of(fault)), 90);
                List<Reading> without = run(FaultPlan.none(), 90);

                assertThat(with.stream().filter(reading -> !reading.sensor().equals(LEVEL)))
                        .as(kind.name())
                        .containsExactlyElementsOf(without.stream()
                                .filter(reading -> !reading.sensor().equals(LEVEL))
                                .toList());
            }
        }
    }

    @Test
    void whatIsMissingIsExactlyWhatTheGroundTruthCallsSilent() {
        DemoPlant plant = new DemoPlant(SEED, START, FaultPlan.demo(SEED, START));
        int silent = 0;

        for (int second = 0; second < 2 * 3_600; second++) {
            Set<SensorId> missing = new HashSet<>(plant.sensors());
            plant.step().forEach(reading -> missing.remove(reading.sensor()));
            TimeSpan now = new TimeSpan(plant.time(), plant.time().plusMillis(1));
            Set<SensorId> told = plant.faults(now).stream()
                    .filter(fault -> fault.kind() == Fault.Kind.SENSOR_SILENT)
                    .flatMap(fault -> fault.sensors().stream())
                    .collect(Collectors.toSet());
            assertThat(missing).as("at " + plant.time()).isEqualTo(told);
            silent += missing.size();
        }

        assertThat(silent).isPositive();
    }

    @Test
    void refusesAFaultThatItCannotHave() {
        DemoPlant plant = new DemoPlant(
                SEED, START, FaultPlan.of(List.of(fault(Fault.Kind.CAVITATION, "T-100", "level", 0, 60))));

        assertThatIllegalArgumentException().isThrownBy(plant::step).withMessageContaining("CAVITATION");
    }

    /** How the readings of a stretch of seconds differ with a fault from those without. */
    private static final class Comparison {
        private final Map<SensorId, List<Double>> with = new HashMap<>();
        private final Map<SensorId, List<Double>> without = new HashMap<>();

        double shift(String sensor) {
            return mean(with, sensor) - mean(without, sensor);
        }

        /** The ratio of the changes from second to second. */
        double unrest(String sensor) {
            return steps(with, sensor) / steps(without, sensor);
        }

        private static double steps(Map<SensorId, List<Double>> values, String sensor) {
            List<Double> series = values.getOrDefault(SensorId.parse(sensor), List.of());
            double sum = 0;
            for (int i = 1; i < series.size(); i++) {
                sum += Math.abs(series.get(i) - series.get(i - 1));
            }
            return sum;
        }

        private static double mean(Map<SensorId, List<Double>> values, String sensor) {
            return values.getOrDefault(SensorId.parse(sensor), List.of()).stream()
                    .mapToDouble(value -> value)
                    .average()
                    .orElseThrow();
        }
    }

    private static Comparison compare(Fault fault, int fromSecond, int toSecond) {
        Comparison comparison = new Comparison();
        collect(FaultPlan.of(List.of(fault)), fromSecond, toSecond, comparison.with);
        collect(FaultPlan.none(), fromSecond, toSecond, comparison.without);
        return comparison;
    }

    private static void collect(FaultPlan plan, int from, int to, Map<SensorId, List<Double>> values) {
        TimeSpan span = new TimeSpan(START.plusSeconds(from), START.plusSeconds(to));
        for (Reading reading : run(plan, to)) {
            if (span.contains(reading.time())) {
                values.computeIfAbsent(reading.sensor(), ignored -> new ArrayList<>())
                        .add(reading.value());
            }
        }
    }

    private static Fault fault(Fault.Kind kind, String asset, String sensor, int fromSecond, int toSecond) {
        return new Fault(
                kind,
                new AssetId(asset),
                List.of(SensorId.of(asset, sensor)),
                new TimeSpan(START.plusSeconds(fromSecond), START.plusSeconds(toSecond)),
                1);
    }

    private static List<Double> series(FaultPlan plan, String sensor, int seconds) {
        return run(plan, seconds).stream()
                .filter(reading -> reading.sensor().equals(SensorId.parse(sensor)))
                .map(Reading::value)
                .toList();
    }

    private static List<Reading> run(FaultPlan plan, int seconds) {
        DemoPlant plant = new DemoPlant(SEED, START, plan);
        List<Reading> readings = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            readings.addAll(plant.step());
        }
        return readings;
    }

    private static Map<SensorId, Double> values(List<Reading> readings) {
        Map<SensorId, Double> values = new HashMap<>();
        readings.forEach(reading -> values.put(reading.sensor(), reading.value()));
        return values;
    }

    private static double value(List<Reading> readings, SensorId sensor) {
        return values(readings).getOrDefault(sensor, Double.NaN);
    }

    private static double at(Map<SensorId, Double> values, String sensor) {
        return values.getOrDefault(SensorId.parse(sensor), Double.NaN);
    }

    private static Instant at(String clock) {
        return Instant.parse("2026-01-31T" + clock + ":00Z");
    }
}
