package dev.watchkeeper.engine.detect.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssetWatchTest {
    private static final long START = 1_700_000_000_000L;
    private static final AssetId PUMP = new AssetId("pump");
    private static final List<SensorId> SENSORS = IntStream.range(0, Plant.SENSORS)
            .mapToObj(i -> SensorId.of("pump", "s" + i))
            .toList();
    private static final Sensitivity SHARP = new Sensitivity(5);

    @Test
    void aSampleIsJudgedWhenTimeAdvances() {
        AssetWatch watch = new AssetWatch(PUMP, SENSORS, SHARP);

        List<Optional<JudgedSample>> first = new ArrayList<>();
        for (SensorId sensor : SENSORS) {
            first.add(watch.take(sensor, START, 1));
        }
        Optional<JudgedSample> next = watch.take(SENSORS.get(3), START + 1_000, 1);

        assertThat(first).allMatch(Optional::isEmpty);
        assertThat(next.orElseThrow().timeMillis()).isEqualTo(START);
        assertThat(watch.flush().orElseThrow().timeMillis()).isEqualTo(START + 1_000);
        assertThat(watch.flush()).isEmpty();
    }

    @Test
    void aFaultOpensAnEpisodeThatNamesTheFaultySensorFirst() {
        double[][] recording = Plant.shifted(Plant.recording(2_000), 5, 1_200, 1_500, 40 * Plant.deviation(5));

        List<Detection> detections = detections(judge(new AssetWatch(PUMP, SENSORS, SHARP), recording, 0));

        Detection opened = detections.get(0);
        assertThat(opened.phase()).isEqualTo(Detection.Phase.OPENED);
        assertThat(opened.rule()).isEqualTo("asset");
        assertThat(opened.asset()).isEqualTo(PUMP);
        assertThat(opened.openedAt().toEpochMilli()).isBetween(START + 1_200_000, START + 1_230_000);
        assertThat(opened.window().start()).isBefore(opened.openedAt());
        assertThat(opened.contributions().get(0).sensor()).isEqualTo(SENSORS.get(5));
        assertThat(opened.contributions())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Contribution::share).reversed());
        assertThat(opened.contributions().stream()
                        .mapToDouble(Contribution::share)
                        .sum())
                .isBetween(1 - 1e-9, 1 + 1e-9);
        for (Contribution contribution : opened.contributions()) {
            double parts = opened.evidence().parts().stream()
                    .filter(part -> part.sensor().equals(contribution.sensor()))
                    .mapToDouble(ScorePart::share)
                    .sum();
            assertThat(parts).isCloseTo(contribution.share(), within(1e-9));
        }
        assertThat(detections)
                .extracting(Detection::phase)
                .containsOnlyOnce(Detection.Phase.OPENED)
                .endsWith(Detection.Phase.CLOSED);
    }

    @Test
    void anEpisodeStaysOpenAsLongAsTheFaultThoughTheAssetIsYoung() {
        double[][] recording = Plant.shifted(Plant.recording(1_500), 5, 700, 1_300, 40 * Plant.deviation(5));

        List<Detection> detections = detections(judge(new AssetWatch(PUMP, SENSORS, SHARP), recording, 0));

        Detection closed = detections.get(detections.size() - 1);
        assertThat(detections)
                .extracting(Detection::phase)
                .containsOnlyOnce(Detection.Phase.OPENED, Detection.Phase.CLOSED);
        assertThat(closed.at().toEpochMilli()).isGreaterThan(START + 1_300_000);
    }

    @Test
    void normalOperationOpensNothing() {
        List<JudgedSample> judged = judge(new AssetWatch(PUMP, SENSORS, SHARP), Plant.recording(5_000), 0);

        assertThat(judged).hasSize(5_000);
        assertThat(detections(judged)).isEmpty();
    }

    @Test
    void sensorsThatSpeakAtDifferentMomentsMakeOneSampleAStep() {
        AssetWatch watch = new AssetWatch(PUMP, SENSORS, SHARP);
        double[][] recording = Plant.recording(500);

        List<JudgedSample> judged = new ArrayList<>();
        for (int i = 0; i < recording.length; i++) {
            for (int sensor = 0; sensor < Plant.SENSORS; sensor++) {
                watch.take(SENSORS.get(sensor), START + i * 1_000L + 40L * sensor, recording[i][sensor])
                        .ifPresent(judged::add);
            }
        }

        assertThat(judged).hasSizeBetween(500, 510);
    }

    @Test
    void aSlowSensorKeepsItsValueForThreeOfItsStepsAndIsThenMissing() {
        AssetWatch watch = new AssetWatch(PUMP, SENSORS.subList(0, 2), SHARP);
        double[][] recording = Plant.shifted(Plant.recording(2_000), 1, 1_000, 2_000, 500);
        List<Double> shares = new ArrayList<>();

        for (int i = 0; i < 1_100; i++) {
            boolean speaks = i % 10 == 0 && i <= 1_000;
            watch.take(SENSORS.get(0), START + i * 1_000L, recording[i][0]);
            if (speaks) {
                watch.take(SENSORS.get(1), START + i * 1_000L, recording[i][1]);
            }
            shares.add(watch.contributions().stream()
                    .filter(one -> one.sensor().equals(SENSORS.get(1)))
                    .mapToDouble(Contribution::share)
                    .sum());
        }

        assertThat(shares.subList(1_010, 1_030)).allMatch(share -> share > 0.9);
        assertThat(shares.subList(1_035, 1_100)).allMatch(share -> share == 0);
    }

    @Test
    void lateAndRepeatedReadingsChangeNothing() {
        double[][] recording = Plant.recording(700);
        AssetWatch plain = new AssetWatch(PUMP, SENSORS, SHARP);
        AssetWatch disturbed = new AssetWatch(PUMP, SENSORS, SHARP);

        for (int i = 0; i < recording.length; i++) {
            for (int sensor = 0; sensor < Plant.SENSORS; sensor++) {
                long time = START + i * 1_000L;
                Optional<JudgedSample> expected = plain.take(SENSORS.get(sensor), time, recording[i][sensor]);
                Optional<JudgedSample> actual = disturbed.take(SENSORS.get(sensor), time, recording[i][sensor]);
                assertThat(actual).isEqualTo(expected);
                assertThat(disturbed.take(SENSORS.get(sensor), time, 999)).isEmpty();
                assertThat(disturbed.take(SENSORS.get(0), time - 1, -999)).isEmpty();
            }
        }

        assertThat(disturbed.snapshot()).isEqualTo(plain.snapshot());
    }

    @Test
    void aCopyGoesOnOnItsOwnAndSaysTheSame() {
        double[][] recording = Plant.shifted(Plant.recording(1_600), 5, 1_200, 1_500, 40 * Plant.deviation(5));
        AssetWatch original = new AssetWatch(PUMP, SENSORS, SHARP);
        for (int cut : new int[] {0, 3, 1_201, 1_300}) {
            AssetWatch begun = new AssetWatch(PUMP, SENSORS, SHARP);
            judge(begun, Arrays.copyOf(recording, cut), 0);
            begun.take(SENSORS.get(0), START + cut * 1_000L, recording[cut][0]);

            AssetWatch copy = begun.copy();

            double[][] rest = Arrays.copyOfRange(recording, cut + 1, recording.length);
            assertThat(judge(copy, rest, cut + 1)).isEqualTo(judge(begun, rest, cut + 1));
            assertThat(copy.snapshot()).isEqualTo(begun.snapshot());
            assertThat(copy.sensors()).isEqualTo(original.sensors());
        }
    }

    @Test
    void aSensorThatIsNotTheAssetsIsRefused() {
        AssetWatch watch = new AssetWatch(PUMP, SENSORS, SHARP);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch.take(SensorId.of("pump", "unheard"), START, 1))
                .withMessageContaining("pump/unheard");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetWatch(new AssetId("fan"), SENSORS, SHARP))
                .withMessageContaining("fan");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetWatch(PUMP, List.of(SENSORS.get(0), SENSORS.get(0)), SHARP))
                .withMessageContaining("twice");
    }

    private static List<JudgedSample> judge(AssetWatch watch, double[][] recording, int firstRow) {
        List<JudgedSample> judged = new ArrayList<>();
        for (int i = 0; i < recording.length; i++) {
            for (int sensor = 0; sensor < recording[i].length; sensor++) {
                watch.take(SENSORS.get(sensor), START + (firstRow + i) * 1_000L, recording[i][sensor])
                        .ifPresent(judged::add);
            }
        }
        watch.flush().ifPresent(judged::add);
        return judged;
    }

    private static List<Detection> detections(List<JudgedSample> judged) {
        return judged.stream()
                .flatMap(sample -> sample.verdict().detections().stream())
                .toList();
    }

    @Test
    void inThePlaceOfAnotherItTakesOverTheReadingsOfTheSampleAtHand() {
        AssetWatch running = new AssetWatch(PUMP, SENSORS, SHARP);
        judge(running, Plant.recording(500), 0);
        running.flush();
        AssetWatch trained = running.copy();
        AssetWatch expected = running.copy();
        long time = START + 500_000;
        for (SensorId sensor : SENSORS.subList(0, 3)) {
            running.take(sensor, time, 50);
        }

        trained.takePlaceOf(running);
        for (SensorId sensor : SENSORS.subList(3, SENSORS.size())) {
            trained.take(sensor, time, 60);
        }

        for (SensorId sensor : SENSORS) {
            expected.take(sensor, time, SENSORS.indexOf(sensor) < 3 ? 50 : 60);
        }
        assertThat(trained.flush()).isPresent().isEqualTo(expected.flush());
    }
}
