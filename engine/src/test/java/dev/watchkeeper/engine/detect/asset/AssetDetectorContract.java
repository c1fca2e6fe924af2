package dev.watchkeeper.engine.detect.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every detector of several sensors keeps to, whatever it judges by. */
abstract class AssetDetectorContract {
    private static final long START = 1_700_000_000_000L;
    private static final int SAMPLES = 1_600;
    private static final int STEP = 1_400;

    /** A detector that has seen nothing, done with its warm-up after at most 500 samples. */
    abstract Detector fresh();

    abstract Detector restored(byte[] snapshot);

    /** Where one may differ by rounding. */
    double tolerance() {
        return 1e-6;
    }

    /** What the highest score of normal operation stays below. */
    double highestOfNormal() {
        return 0.6;
    }

    @Test
    void scoresDoNotDependOnWhatComesLater() {
        double[][] all = recording();

        List<Score> whole = scores(fresh(), all);
        List<Score> beginning = scores(fresh(), Arrays.copyOf(all, 1_450));

        assertThat(beginning).isEqualTo(whole.subList(0, 1_450));
    }

    @Test
    void scoresDoNotDependOnTheDate() {
        List<Score> now = scores(fresh(), recording(), START);
        List<Score> later = scores(fresh(), recording(), START + 987_654_321_000L);

        assertThat(later).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 250})
    void aStepIsFoundWhereverTheRecordingBegins(int dropped) {
        double[][] all = recording();

        List<Score> scores = scores(fresh(), Arrays.copyOfRange(all, dropped, SAMPLES));

        double before = highest(scores.subList(600, STEP - dropped));
        double after = highest(scores.subList(STEP - dropped, SAMPLES - dropped));
        assertThat(after).isGreaterThan(before).isGreaterThanOrEqualTo(AssetDetector.ABNORMAL);
    }

    @Test
    void scoresDoNotDependOnTheUnit() {
        double[][] otherUnit = Stream.of(recording())
                .map(sample -> Arrays.stream(sample).map(v -> 1_000 * v + 7).toArray())
                .toArray(double[][]::new);

        List<Score> expected = scores(fresh(), recording());
        List<Score> actual = scores(fresh(), otherUnit);

        for (int i = 0; i < SAMPLES; i++) {
            assertThat(actual.get(i).warmingUp()).isEqualTo(expected.get(i).warmingUp());
            assertThat(Math.abs(actual.get(i).value() - expected.get(i).value()))
                    .isLessThan(tolerance());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 399, 400, 401, 1_000, 1_420})
    void aRestoredDetectorGoesOnBitForBit(int cut) {
        double[][] all = recording();
        Detector original = fresh();
        scores(original, Arrays.copyOf(all, cut));

        Detector copy = restored(original.snapshot());

        assertThat(copy.snapshot()).isEqualTo(original.snapshot());
        double[][] rest = Arrays.copyOfRange(all, cut, SAMPLES);
        assertThat(scores(copy, rest, START + cut * 1_000L)).isEqualTo(scores(original, rest, START + cut * 1_000L));
        assertThat(copy.snapshot()).isEqualTo(original.snapshot());
    }

    @Test
    void aSnapshotOfAnUnknownVersionOrDamagedIsRefused() {
        byte[] newer = fresh().snapshot();
        newer[5] = 99;
        byte[] whole = fresh().snapshot();

        assertThatThrownBy(() -> restored(newer))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("99");
        for (byte[] damaged : List.of(
                new byte[0],
                new byte[70],
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 1))) {
            assertThatThrownBy(() -> restored(damaged)).isInstanceOf(UnreadableStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -1e30})
    void garbageDoesNoLastingHarm(double garbage) {
        double[][] all = Arrays.copyOf(recording(), STEP);
        for (int i = 0; i < 15; i++) {
            Arrays.fill(all[100 + i], garbage);
            Arrays.fill(all[800 + i], garbage);
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores.subList(1_100, STEP))).isLessThan(highestOfNormal());
    }

    @Test
    void garbageInOneSensorDoesNotHideAFaultOfTheOthers() {
        double[][] all = recording();
        for (int i = 800; i < SAMPLES; i++) {
            all[i][0] = Double.NaN;
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(scores.get(SAMPLES - 1).warmingUp()).isFalse();
        assertThat(fresh().sensors() == 1 || highest(scores.subList(STEP, SAMPLES)) >= AssetDetector.ABNORMAL)
                .isTrue();
    }

    @Test
    void nothingButMissingValuesIsEndlessWarmUp() {
        double[][] all = recording();
        for (double[] sample : all) {
            Arrays.fill(sample, Double.NaN);
        }

        assertThat(scores(fresh(), all)).allMatch(Score::warmingUp);
    }

    @Test
    void gapsRepeatsAndLateRowsDoNoLastingHarm() {
        double[][] all = recording();
        Detector detector = fresh();
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < STEP; i++) {
            long time = START + i * 1_000L + (i > 700 ? 3_600_000 : 0);
            scores.add(score(detector, time, all[i]));
            if (i % 9 == 0) {
                assertThat(score(detector, time, all[i])).isEqualTo(scores.get(scores.size() - 1));
            }
            if (i % 23 == 0) {
                scores.add(score(detector, time - 7_000, all[i]));
            }
        }

        assertThat(highest(scores.subList(600, scores.size()))).isLessThan(highestOfNormal());
    }

    @Test
    void aClockThatStandsStillChangesNoScore() {
        Detector still = fresh();

        List<Double> values = Stream.of(recording())
                .map(sample -> score(still, START, sample).value())
                .toList();

        assertThat(values)
                .isEqualTo(
                        scores(fresh(), recording()).stream().map(Score::value).toList());
    }

    @Test
    void anAssetThatStandsStillScoresNothing() {
        double[][] all = recording();
        for (double[] sample : all) {
            Arrays.fill(sample, 17.3);
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores)).isZero();
        assertThat(scores.get(SAMPLES - 1).warmingUp()).isFalse();
    }

    /** Normal operation, with all sensors six deviations higher from {@link #STEP} on. */
    private double[][] recording() {
        double[][] recording = Plant.recording(SAMPLES, fresh().sensors(), 5);
        for (int i = STEP; i < SAMPLES; i++) {
            for (int sensor = 0; sensor < recording[i].length; sensor++) {
                recording[i][sensor] += 6 * Plant.deviation(sensor);
            }
        }
        return recording;
    }

    static double highest(List<Score> scores) {
        return scores.stream().mapToDouble(Score::value).max().orElseThrow();
    }

    static List<Score> scores(Detector detector, double[][] samples) {
        return scores(detector, samples, START);
    }

    private static List<Score> scores(Detector detector, double[][] samples, long start) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            scores.add(score(detector, start + i * 1_000L, samples[i]));
        }
        return scores;
    }

    private static Score score(Detector detector, long time, double[] sample) {
        Score score = detector.score(time, sample);
        assertThat(score.value()).isBetween(0.0, 1.0);
        assertThat(score.falseAlarmsPerDay()).isNotNegative();
        if (score.warmingUp()) {
            assertThat(score.value()).isZero();
        }
        return score;
    }
}
