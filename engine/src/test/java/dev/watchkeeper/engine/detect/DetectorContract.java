package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Detector} keeps to. */
abstract class DetectorContract {
    private static final int SAMPLES = 4_000;
    /** Where the recording steps up for good. */
    private static final int STEP = 3_000;

    private static final long START = 1_700_000_000_000L;
    private static final long INTERVAL = 1_000;

    /** A detector that has seen nothing. */
    abstract Detector fresh();

    abstract Detector restored(byte[] snapshot);

    private record Sample(long time, List<Double> values) {
        double[] array() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }

        Sample at(long millis) {
            return new Sample(millis, values);
        }

        Sample scaled(double factor, double offset) {
            return new Sample(
                    time, values.stream().map(v -> v * factor + offset).toList());
        }

        Sample all(double value) {
            return new Sample(time, values.stream().map(v -> value).toList());
        }
    }

    @Test
    void scoresDoNotDependOnWhatComesLater() {
        List<Sample> all = recording();

        List<Score> whole = scores(fresh(), all);
        List<Score> beginning = scores(fresh(), all.subList(0, 2_345));

        assertThat(beginning).isEqualTo(whole.subList(0, 2_345));
    }

    @Test
    void scoresDoNotDependOnWhenTheRecordingWasMade() {
        List<Sample> later =
                recording().stream().map(s -> s.at(s.time() + 123_456_789_000L)).toList();

        assertThat(scores(fresh(), later)).isEqualTo(scores(fresh(), recording()));
    }

    @Test
    void scoresDoNotDependOnTheUnit() {
        List<Sample> otherUnit =
                recording().stream().map(s -> s.scaled(1_000, 7)).toList();

        List<Score> expected = scores(fresh(), recording());
        List<Score> actual = scores(fresh(), otherUnit);

        for (int i = 0; i < SAMPLES; i++) {
            assertThat(actual.get(i).warmingUp()).isEqualTo(expected.get(i).warmingUp());
            assertThat(Math.abs(actual.get(i).value() - expected.get(i).value()))
                    .isLessThan(1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 100, 1_001})
    void aStepIsFoundWhereverTheRecordingBegins(int dropped) {
        List<Score> scores = scores(fresh(), recording().subList(dropped, SAMPLES));

        double before = highest(scores.subList(500, STEP - dropped));
        double after = highest(scores.subList(STEP - dropped, STEP - dropped + 60));

        assertThat(after).isGreaterThan(before).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 149, 151, 700, 2_999, 3_500})
    void aRestoredDetectorGoesOnBitForBit(int cut) {
        List<Sample> all = recording();
        Detector original = fresh();
        scores(original, all.subList(0, cut));

        Detector copy = restored(original.snapshot());

        assertThat(copy.snapshot()).isEqualTo(original.snapshot());
        assertThat(scores(copy, all.subList(cut, SAMPLES))).isEqualTo(scores(original, all.subList(cut, SAMPLES)));
        assertThat(copy.snapshot()).isEqualTo(original.snapshot());
    }

    @Test
    void aSnapshotOfAnUnknownVersionIsRefused() {
        byte[] snapshot = fresh().snapshot();
        snapshot[5] = 99;

        assertThatThrownBy(() -> restored(snapshot))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void aDamagedSnapshotIsRefused() {
        byte[] snapshot = fresh().snapshot();

        assertThatThrownBy(() -> restored(Arrays.copyOf(snapshot, snapshot.length - 1)))
                .isInstanceOf(UnreadableStateException.class);
        assertThatThrownBy(() -> restored(Arrays.copyOf(snapshot, snapshot.length + 1)))
                .isInstanceOf(UnreadableStateException.class);
        assertThatThrownBy(() -> restored(new byte[0])).isInstanceOf(UnreadableStateException.class);
        assertThatThrownBy(() -> restored(new byte[64])).isInstanceOf(UnreadableStateException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE})
    void anUnusableValueDoesNoLastingHarm(double unusable) {
        List<Sample> all = new ArrayList<>(recording().subList(0, STEP));
        for (int i = 1_000; i < 1_020; i++) {
            all.set(i, all.get(i).all(unusable));
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores.subList(1_300, STEP))).isLessThan(0.5);
    }

    @Test
    void nothingButUnusableValuesIsEndlessWarmUp() {
        List<Sample> all = recording().stream().map(s -> s.all(Double.NaN)).toList();

        assertThat(scores(fresh(), all))
                .allSatisfy(score -> assertThat(score.warmingUp()).isTrue());
    }

    @Test
    void gapsDuplicatesAndLateRowsDoNoLastingHarm() {
        List<Sample> all = new ArrayList<>();
        List<Sample> recording = recording().subList(0, STEP);
        for (int i = 0; i < recording.size(); i++) {
            Sample sample = recording.get(i);
            all.add(sample.at(sample.time() + (i > 1_500 ? 86_400_000L : 0)));
            if (i % 10 == 0) {
                all.add(sample);
            }
            if (i % 17 == 0) {
                all.add(sample.at(sample.time() - 5_000));
            }
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores.subList(1_000, all.size()))).isLessThan(0.6);
    }

    @Test
    void aClockThatStandsStillChangesNoScore() {
        List<Sample> still = recording().stream().map(s -> s.at(START)).toList();

        List<Double> values = scores(fresh(), still).stream().map(Score::value).toList();

        assertThat(values)
                .isEqualTo(
                        scores(fresh(), recording()).stream().map(Score::value).toList());
    }

    @Test
    void aConstantAssetScoresNothing() {
        List<Sample> all = recording().stream().map(s -> s.all(21.7)).toList();

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores)).isZero();
        assertThat(scores.get(SAMPLES - 1).warmingUp()).isFalse();
    }

    private static double highest(List<Score> scores) {
        return scores.stream().mapToDouble(Score::value).max().orElseThrow();
    }

    private static List<Score> scores(Detector detector, List<Sample> samples) {
        List<Score> scores = new ArrayList<>();
        for (Sample sample : samples) {
            Score score = detector.score(sample.time(), sample.array());
            assertThat(score.value()).isBetween(0.0, 1.0);
            assertThat(score.falseAlarmsPerDay()).isNotNegative();
            assertThat(!score.warmingUp() || score.value() == 0).isTrue();
            scores.add(score);
        }
        return scores;
    }

    /** Noise on a slow wave, different in every sensor; from {@link #STEP} on all sensors are ten deviations higher. */
    private List<Sample> recording() {
        Random random = new Random(7);
        List<Sample> samples = new ArrayList<>();
        int sensors = fresh().sensors();
        for (int i = 0; i < SAMPLES; i++) {
            List<Double> values = new ArrayList<>();
            for (int sensor = 0; sensor < sensors; sensor++) {
                double wave = Math.sin(2 * Math.PI * i / (300 + 40 * sensor));
                values.add(20 + sensor + wave + 0.5 * random.nextGaussian() + (i < STEP ? 0 : 10));
            }
            samples.add(new Sample(START + i * INTERVAL, values));
        }
        return samples;
    }
}
