package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensorWatchTest {
    private static final SensorId SENSOR = SensorId.of("pump", "temperature");
    private static final int SAMPLES = 4_000;
    private static final int FAULT = 3_000;

    private static double[] values() {
        Random random = new Random(5);
        double[] values = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            values[i] = 80 + 0.3 * random.nextGaussian() - (i < FAULT ? 0 : Math.min(10, (i - FAULT) * 0.1));
        }
        return values;
    }

    private static List<Verdict> judge(SensorWatch watch, int from, int to) {
        double[] values = values();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            verdicts.add(watch.judge(i * 1_000L, values[i]));
        }
        return verdicts;
    }

    private static SensorWatch fresh() {
        return new SensorWatch(SENSOR, Sensitivity.NORMAL);
    }

    @Test
    void aFallingTemperatureIsToldOnceAndClosed() {
        List<Verdict> verdicts = judge(fresh(), 0, SAMPLES);

        List<Detection> told = new ArrayList<>();
        verdicts.subList(FAULT, SAMPLES).forEach(verdict -> told.addAll(verdict.detections()));
        assertThat(told.stream().filter(d -> d.phase() == Phase.OPENED)).hasSize(1);
        assertThat(told.get(told.size() - 1).phase()).isEqualTo(Phase.CLOSED);
        Detection opened = told.get(0);
        assertThat(opened.at().toEpochMilli()).isBetween(FAULT * 1_000L, (FAULT + 60) * 1_000L);
        assertThat(opened.window().start().toEpochMilli()).isGreaterThan((FAULT - 200) * 1_000L);
        assertThat(opened.contributions()).containsExactly(new Contribution(SENSOR, 1));
        assertThat(opened.evidence().parts())
                .isNotEmpty()
                .allMatch(part -> part.sensor().equals(SENSOR));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 150, 2_000, FAULT + 20, FAULT + 80})
    void aRestoredOrCopiedWatchGivesTheSameVerdicts(int cut) {
        SensorWatch original = fresh();
        judge(original, 0, cut);

        SensorWatch restored = SensorWatch.restore(original.snapshot());
        SensorWatch copy = original.copy();
        List<Verdict> expected = judge(original, cut, SAMPLES);

        assertThat(judge(restored, cut, SAMPLES)).isEqualTo(expected);
        assertThat(judge(copy, cut, SAMPLES)).isEqualTo(expected);
        assertThat(restored.snapshot()).isEqualTo(original.snapshot()).isEqualTo(copy.snapshot());
        assertThat(restored.sensor()).isEqualTo(SENSOR);
        assertThat(restored.sensitivity()).isEqualTo(Sensitivity.NORMAL);
    }

    @Test
    void oneHertzSensorsOfAPlantStayMostlyQuietForADay() {
        int sensors = 4;
        int opened = 0;

        for (int sensor = 0; sensor < sensors; sensor++) {
            Random random = new Random(sensor);
            SensorWatch watch = fresh();
            double wander = 0;
            for (int i = 0; i < 86_400; i++) {
                wander = 0.98 * wander + 0.1 * random.nextGaussian();
                double value = 60 + 10 * Math.sin(2 * Math.PI * i / 86_400) + wander + 0.2 * random.nextGaussian();
                for (Detection detection : watch.judge(i * 1_000L, value).detections()) {
                    opened += detection.phase() == Phase.OPENED ? 1 : 0;
                }
            }
        }

        assertThat(opened).isLessThanOrEqualTo(sensors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sensor-watch-v1.bin", "sensor-watch-v2.bin"})
    void anOldSnapshotGoesOnAsItDid(String fixture) throws IOException {
        SensorWatch today = fresh();
        judge(today, 0, 500);

        SensorWatch restored = SensorWatch.restore(DetectorContract.bytesOf(fixture));

        assertThat(judge(restored, 500, SAMPLES)).isEqualTo(judge(today, 500, SAMPLES));
    }

    @Test
    void inThePlaceOfAnotherItScoresAsBeforeAndClosesTheOthersEpisode() {
        SensorWatch running = fresh();
        List<Verdict> before = judge(running, 0, FAULT + 100);
        SensorWatch trained = fresh();
        judge(trained, 0, FAULT);
        SensorWatch alone = trained.copy();

        trained.takePlaceOf(running);

        List<Verdict> after = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long time = (FAULT + 100 + i) * 1_000L;
            after.add(trained.judge(time, 80));
            assertThat(after.get(i).score()).isEqualTo(alone.judge(time, 80).score());
        }
        Detection opened = detections(before).get(0);
        assertThat(opened.phase()).isEqualTo(Phase.OPENED);
        assertThat(detections(after))
                .filteredOn(detection -> detection.phase() == Phase.CLOSED)
                .extracting(Detection::id)
                .contains(opened.id());
    }

    @Test
    void inThePlaceOfAnotherItClosesNothingThatWasNotTold() {
        SensorWatch untold = fresh();
        judge(untold, 0, FAULT + 100);

        untold.takePlaceOf(fresh());

        assertThat(untold.judge((FAULT + 100) * 1_000L, 80).detections())
                .noneMatch(detection -> detection.phase() != Phase.OPENED);
        for (int i = 1; i < 200; i++) {
            assertThat(untold.judge((FAULT + 100 + i) * 1_000L, 80).detections())
                    .noneMatch(detection -> detection.openedAt().toEpochMilli() < (FAULT + 100) * 1_000L);
        }
    }

    private static List<Detection> detections(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.detections().stream())
                .toList();
    }
}
