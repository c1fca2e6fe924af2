package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.asset.Plant;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Detector} keeps to, whatever it judges by. */
public abstract class DetectorContract {
    protected static final long START = 1_700_000_000_000L;
    protected static final long INTERVAL = 1_000;
    private static final int SAMPLES = 3_400;
    /** Where all sensors step up for good. */
    private static final int STEP = 3_000;

    private static final double STEP_DEVIATIONS = 12;
    /** By here every detector has warmed up and grown quiet. */
    private static final int SETTLED = 900;
    /** As many samples had been seen when a snapshot was put by. */
    private static final int FIXTURE_SAMPLES = 700;

    /** A detector that has seen nothing. */
    protected abstract Detector fresh();

    protected abstract Detector restored(byte[] snapshot);

    /** The most bytes that its snapshot has, however long it lives. */
    protected abstract int mostSnapshotBytes();

    /** A snapshot of version 1, taken after the first {@value #FIXTURE_SAMPLES} samples of {@link #recording}. */
    protected abstract String fixture();

    /** The same for values that are a thousand times as large, and seven more. */
    protected Detector freshInOtherUnit() {
        return fresh();
    }

    /** Whether it judges by time too, and not by the order of the samples alone. */
    protected boolean dependsOnTime() {
        return false;
    }

    /** Whether it judges nothing before it has learned. */
    protected boolean warmsUp() {
        return true;
    }

    /** By how much the scores may differ in another unit, by rounding. */
    protected double tolerance() {
        return 1e-3;
    }

    /** What the highest score of normal operation stays below. */
    protected double highestOfNormal() {
        return 0.6;
    }

    @Test
    void scoresDoNotDependOnWhatComesLater() {
        double[][] all = recording();

        List<Score> whole = scores(fresh(), all);
        List<Score> beginning = scores(fresh(), Arrays.copyOf(all, STEP + 20));

        assertThat(beginning).isEqualTo(whole.subList(0, STEP + 20));
    }

    @Test
    void scoresDoNotDependOnTheDate() {
        List<Score> now = scores(fresh(), recording(), START);
        List<Score> later = scores(fresh(), recording(), START + 123_456_789_000L);

        assertThat(later).isEqualTo(now);
    }

    @Test
    void scoresDoNotDependOnTheUnit() {
        double[][] otherUnit = Stream.of(recording())
                .map(sample -> Arrays.stream(sample).map(v -> 1_000 * v + 7).toArray())
                .toArray(double[][]::new);

        List<Score> expected = scores(fresh(), recording());
        List<Score> actual = scores(freshInOtherUnit(), otherUnit);

        for (int i = 0; i < SAMPLES; i++) {
            assertThat(actual.get(i).warmingUp()).isEqualTo(expected.get(i).warmingUp());
            assertThat(actual.get(i).value()).isCloseTo(expected.get(i).value(), within(tolerance()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100, 251, 1_001})
    void aStepIsFoundWhereverTheRecordingBegins(int dropped) {
        double[][] all = recording();

        List<Score> scores = scores(fresh(), Arrays.copyOfRange(all, dropped, SAMPLES));

        double before = highest(scores.subList(SETTLED, STEP - dropped));
        double after = highest(scores.subList(STEP - dropped, STEP - dropped + 60));
        assertThat(after).isGreaterThan(before).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 149, 151, 399, 400, 401, 1_000, STEP - 1, STEP + 20})
    void aRestoredDetectorGoesOnBitForBit(int cut) {
        double[][] all = recording();
        Detector original = fresh();
        scores(original, Arrays.copyOf(all, cut));

        Detector copy = restored(original.snapshot());

        assertThat(copy.snapshot()).isEqualTo(original.snapshot());
        double[][] rest = Arrays.copyOfRange(all, cut, SAMPLES);
        assertThat(scores(copy, rest, START + cut * INTERVAL))
                .isEqualTo(scores(original, rest, START + cut * INTERVAL));
        assertThat(copy.snapshot()).isEqualTo(original.snapshot());
    }

    @Test
    void aSnapshotOfVersionOneGoesOnAsItDid() throws IOException {
        double[][] all = recording();
        Detector today = fresh();
        scores(today, Arrays.copyOf(all, FIXTURE_SAMPLES));

        Detector restored = restored(bytesOf(fixture()));

        double[][] rest = Arrays.copyOfRange(all, FIXTURE_SAMPLES, SAMPLES);
        List<Score> expected = scores(today, rest, START + FIXTURE_SAMPLES * INTERVAL);
        List<Score> actual = scores(restored, rest, START + FIXTURE_SAMPLES * INTERVAL);
        for (int i = 0; i < rest.length; i++) {
            assertThat(actual.get(i).value()).isCloseTo(expected.get(i).value(), within(1e-9));
        }
    }

    @Test
    void aSnapshotOfAnUnknownVersionOrDamagedIsRefused() {
        byte[] whole = fresh().snapshot();
        byte[] newer = whole.clone();
        newer[5] = 99;

        assertThatThrownBy(() -> restored(newer))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("version 99");
        for (byte[] damaged : List.of(
                new byte[0],
                new byte[70],
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 1))) {
            assertThatThrownBy(() -> restored(damaged)).isInstanceOf(UnreadableStateException.class);
        }
    }

    @Test
    void theSnapshotOfALongLifeStaysSmall() {
        Detector detector = fresh();
        double[][] all = Plant.recording(12_000, detector.sensors(), 3);

        for (int i = 0; i < all.length; i++) {
            detector.score(START + i * INTERVAL, all[i]);
            if (i % 500 == 399) {
                assertThat(detector.snapshot().length).isLessThanOrEqualTo(mostSnapshotBytes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -1e30})
    void garbageDoesNoLastingHarm(double garbage) {
        double[][] all = Arrays.copyOf(recording(), STEP);
        for (int i = 0; i < 15; i++) {
            Arrays.fill(all[100 + i], garbage);
            Arrays.fill(all[1_000 + i], garbage);
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores.subList(1_300, STEP))).isLessThan(highestOfNormal());
    }

    @Test
    void anUnusableValueIsNeverAFault() {
        double[][] all = Arrays.copyOf(recording(), SETTLED + 100);
        for (int i = SETTLED; i < all.length; i++) {
            Arrays.fill(all[i], i % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores.subList(SETTLED, all.length))).isLessThan(highestOfNormal());
    }

    @Test
    void garbageInOneSensorDoesNotHideAFaultOfTheOthers() {
        double[][] all = recording();
        for (int i = 800; i < SAMPLES; i++) {
            all[i][0] = Double.NaN;
        }

        List<Score> scores = scores(fresh(), all);

        boolean others = fresh().sensors() > 1;
        assertThat(highest(scores.subList(STEP, STEP + 60)) >= 0.5).isEqualTo(others);
    }

    @Test
    void nothingButUnusableValuesScoresNothing() {
        double[][] all = recording();
        for (double[] sample : all) {
            Arrays.fill(sample, Double.NaN);
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores)).isZero();
        assertThat(scores).allMatch(score -> score.warmingUp() == warmsUp());
    }

    @Test
    void gapsRepeatsAndLateRowsDoNoLastingHarm() {
        double[][] all = recording();
        Detector detector = fresh();
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < STEP; i++) {
            long time = START + i * INTERVAL + (i > 1_500 ? 86_400_000 : 0);
            scores.add(score(detector, time, all[i]));
            if (i % 9 == 0) {
                scores.add(score(detector, time, all[i]));
            }
            if (i % 23 == 0) {
                scores.add(score(detector, time - 5_000, all[i]));
            }
        }

        assertThat(highest(scores.subList(SETTLED, scores.size()))).isLessThan(highestOfNormal());
        assertThat(highest(scores(
                        detector, Arrays.copyOfRange(all, STEP, STEP + 60), START + STEP * INTERVAL + 86_400_000)))
                .isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void aClockThatStandsStillChangesNoScoreUnlessItIsJudgedByTime() {
        List<Double> running =
                scores(fresh(), recording()).stream().map(Score::value).toList();
        Detector detector = fresh();

        List<Double> still = Stream.of(recording())
                .map(sample -> score(detector, START, sample).value())
                .toList();

        if (dependsOnTime()) {
            assertThat(still.subList(0, STEP)).allMatch(value -> value == 0);
        } else {
            assertThat(still).isEqualTo(running);
        }
    }

    @Test
    void whatStandsStillScoresNothing() {
        double[][] all = recording();
        for (double[] sample : all) {
            Arrays.fill(sample, 17.3);
        }

        List<Score> scores = scores(fresh(), all);

        assertThat(highest(scores)).isZero();
        assertThat(scores.get(SAMPLES - 1).warmingUp()).isFalse();
    }

    /** Normal operation, with all sensors twelve deviations higher from {@link #STEP} on. */
    protected final double[][] recording() {
        double[][] recording = Plant.recording(SAMPLES, fresh().sensors(), 5);
        for (int i = STEP; i < SAMPLES; i++) {
            for (int sensor = 0; sensor < recording[i].length; sensor++) {
                recording[i][sensor] += STEP_DEVIATIONS * Plant.deviation(sensor);
            }
        }
        return recording;
    }

    protected static byte[] bytesOf(String name) throws IOException {
        try (InputStream in = DetectorContract.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    protected static double highest(List<Score> scores) {
        return scores.stream().mapToDouble(Score::value).max().orElseThrow();
    }

    protected static List<Score> scores(Detector detector, double[][] samples) {
        return scores(detector, samples, START);
    }

    private static List<Score> scores(Detector detector, double[][] samples, long start) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            scores.add(score(detector, start + i * INTERVAL, samples[i]));
        }
        return scores;
    }

    private static Score score(Detector detector, long time, double[] sample) {
        Score score = detector.score(time, sample);
        assertThat(score.value()).isBetween(0.0, 1.0);
        assertThat(score.falseAlarmsPerDay()).isNotNegative();
        assertThat(score.warmingUp() && score.value() > 0).isFalse();
        return score;
    }
}
