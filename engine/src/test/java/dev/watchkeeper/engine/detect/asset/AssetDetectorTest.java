package dev.watchkeeper.engine.detect.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.DetectorContract;
import dev.watchkeeper.engine.detect.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetDetectorTest extends DetectorContract {
    @Override
    protected Detector fresh() {
        return new AssetDetector(Plant.SENSORS);
    }

    @Override
    protected Detector restored(byte[] snapshot) {
        return AssetDetector.restore(snapshot);
    }

    @Override
    protected int mostSnapshotBytes() {
        return 5 * 1_024 + Plant.SENSORS * (600 + 8 * AssetDetector.TRAINING_SAMPLES);
    }

    @Override
    protected String fixture() {
        return "asset-detector-8-v1.bin";
    }

    @Nested
    class OfOneSensor extends DetectorContract {
        @Override
        protected Detector fresh() {
            return new AssetDetector(1);
        }

        @Override
        protected Detector restored(byte[] snapshot) {
            return AssetDetector.restore(snapshot);
        }

        @Override
        protected int mostSnapshotBytes() {
            return 5 * 1_024 + 1 * (600 + 8 * AssetDetector.TRAINING_SAMPLES);
        }

        @Override
        protected String fixture() {
            return "asset-detector-1-v1.bin";
        }
    }

    @Nested
    class OfMoreSensorsThanOneGroupOfCorrelations extends DetectorContract {
        @Override
        protected Detector fresh() {
            return new AssetDetector(40);
        }

        @Override
        protected Detector restored(byte[] snapshot) {
            return AssetDetector.restore(snapshot);
        }

        @Override
        protected int mostSnapshotBytes() {
            return 5 * 1_024 + 40 * (600 + 8 * AssetDetector.TRAINING_SAMPLES);
        }

        @Override
        protected String fixture() {
            return "asset-detector-40-v1.bin";
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void theSensorWithTheFaultContributesMost(int faulty) {
        double[][] recording = Plant.shifted(Plant.recording(1_000), faulty, 900, 1_000, 10 * Plant.deviation(faulty));
        AssetDetector detector = new AssetDetector(Plant.SENSORS);

        List<Score> scores = scores(detector, recording);

        double[] contributions = detector.contributions();
        assertThat(scores.get(999).value()).isGreaterThan(AssetDetector.ABNORMAL);
        assertThat(Arrays.stream(contributions).sum()).isCloseTo(1, within(1e-9));
        assertThat(contributions[faulty])
                .isEqualTo(Arrays.stream(contributions).max().orElseThrow())
                .isGreaterThan(0.5);
    }

    @Test
    void aSensorThatLeavesTheOthersIsFoundThoughItStaysWithinItsOwnRange() {
        Random random = new Random(3);
        double[][] recording = new double[1_500][2];
        double load = 0;
        for (int i = 0; i < recording.length; i++) {
            load = 0.98 * load + 0.2 * random.nextGaussian();
            recording[i][0] = load + 0.02 * random.nextGaussian();
            recording[i][1] = (i < 1_200 ? load : -load) + 0.02 * random.nextGaussian();
        }

        List<Score> scores = scores(new AssetDetector(2), recording);

        double before = scores.subList(400, 1_200).stream()
                .mapToDouble(Score::value)
                .average()
                .orElseThrow();
        double after = scores.subList(1_230, 1_500).stream()
                .mapToDouble(Score::value)
                .average()
                .orElseThrow();
        assertThat(after).isGreaterThan(1.2 * before);
    }

    @Test
    void aSlowDriftOfNormalOperationIsNoAlarm() {
        double[][] recording = Plant.recording(30_000);
        for (int i = 0; i < recording.length; i++) {
            recording[i][4] += 10 * Plant.deviation(4) * i / recording.length;
        }

        List<Score> scores = scores(new AssetDetector(Plant.SENSORS), recording);

        long abnormal = scores.stream()
                .filter(score -> score.value() >= AssetDetector.ABNORMAL)
                .count();
        assertThat(abnormal).isLessThan(recording.length / 100);
    }

    @Test
    void aFaultThatStaysIsStillAbnormalAfterThousandsOfSamples() {
        double[][] recording = Plant.shifted(Plant.recording(5_000), 2, 1_000, 5_000, 10 * Plant.deviation(2));

        List<Score> scores = scores(new AssetDetector(Plant.SENSORS), recording);

        assertThat(scores.subList(1_050, 5_000))
                .allSatisfy(score -> assertThat(score.value()).isGreaterThanOrEqualTo(AssetDetector.ABNORMAL));
    }

    @Test
    void aFaultThatEndsIsSoonForgotten() {
        double[][] recording = Plant.shifted(Plant.recording(2_000), 2, 1_000, 1_400, 30 * Plant.deviation(2));

        List<Score> scores = scores(new AssetDetector(Plant.SENSORS), recording);

        assertThat(highest(scores.subList(1_040, 1_400))).isGreaterThan(0.7);
        assertThat(highest(scores.subList(1_460, 2_000))).isLessThan(0.6);
    }

    @Test
    void requestedAndObservedRatesAgreeOnNormalOperation() {
        double[][] recording = Plant.recording(60_000);
        double samplesPerDay = 86_400;

        List<Score> scores = scores(new AssetDetector(Plant.SENSORS), recording);

        for (double share : new double[] {0.05, 0.01}) {
            double observed = scores.stream()
                            .filter(score -> score.falseAlarmsPerDay() <= share * samplesPerDay)
                            .count()
                    / (double) scores.size();
            assertThat(observed).isBetween(0.25 * share, 2 * share);
        }
    }

    @Test
    void aSensorThatStoodStillInTrainingAlarmsOnItsFirstMoveAndIsFollowed() {
        double[][] recording = Plant.recording(3_000);
        for (int i = 0; i < recording.length; i++) {
            recording[i][6] = i < 1_000 ? 5 : 6;
        }

        List<Score> scores = scores(new AssetDetector(Plant.SENSORS), recording);

        assertThat(highest(scores.subList(1_000, 1_030))).isGreaterThan(AssetDetector.ABNORMAL);
        assertThat(highest(scores.subList(2_000, 3_000))).isLessThan(0.6);
    }

    @Test
    void aSensorThatComesLateIsLeftOutUntilItIsTrained() {
        double[][] recording = Plant.shifted(Plant.recording(2_000), 3, 1_800, 2_000, 10 * Plant.deviation(3));
        for (int i = 0; i < 700; i++) {
            recording[i][3] = Double.NaN;
        }
        AssetDetector detector = new AssetDetector(Plant.SENSORS);

        List<Score> scores = scores(detector, recording);

        assertThat(highest(scores.subList(400, 1_790))).isLessThan(0.6);
        assertThat(scores.get(1_999).value()).isGreaterThan(AssetDetector.ABNORMAL);
        assertThat(detector.contributions()[3]).isGreaterThan(0.5);
    }

    @Test
    void aMissingSensorContributesNothing() {
        AssetDetector detector = new AssetDetector(Plant.SENSORS);
        double[][] recording = Plant.recording(600);
        recording[599][5] = Double.NaN;

        scores(detector, recording);

        assertThat(detector.contributions()[5]).isZero();
        assertThat(Arrays.stream(detector.contributions()).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void trainedOnOneRecordingItJudgesAnotherFromItsBeginning() {
        double[][] another =
                Plant.shifted(Plant.recording(300, Plant.SENSORS, 99), 1, 200, 300, 10 * Plant.deviation(1));

        List<Score> scores = scores(AssetDetector.trainedOn(Plant.recording(600)), another);

        assertThat(scores.get(25).warmingUp()).isFalse();
        assertThat(highest(scores.subList(0, 200))).isLessThan(AssetDetector.ABNORMAL);
        assertThat(highest(scores.subList(200, 300))).isGreaterThan(0.6);
    }

    @Test
    void samplesOfAnotherLengthAndTooShortTrainingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetDetector(3).score(0, new double[2]))
                .withMessageContaining("3 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetDetector(3, 10))
                .withMessageContaining("10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetDetector(0))
                .withMessageContaining("0");
    }
}
