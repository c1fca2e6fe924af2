package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoveltyDetectorTest extends DetectorContract {
    private static final long MINUTE = 60_000;
    private static final SensorId SENSOR = SensorId.of("P-101", "flow");

    @Override
    protected Detector fresh() {
        return new NoveltyDetector();
    }

    @Override
    protected Detector restored(byte[] snapshot) {
        return NoveltyDetector.restore(snapshot);
    }

    @Override
    protected int mostSnapshotBytes() {
        return 98 * 1_024;
    }

    @Override
    protected String fixture() {
        return "novelty-detector-after-700-v1.bin";
    }

    enum Noise {
        GAUSSIAN,
        LAPLACE,
        EXPONENTIAL,
        CORRELATED,
        STEPS_OF_A_DISPLAY,
        LOUDER_BY_DAY;

        IntToDoubleFunction from(Random random) {
            double[] state = new double[1];
            return i -> switch (this) {
                case GAUSSIAN -> random.nextGaussian();
                case LAPLACE -> (random.nextBoolean() ? 1 : -1) * -Math.log(1 - random.nextDouble());
                case EXPONENTIAL -> -Math.log(1 - random.nextDouble());
                case CORRELATED -> {
                    state[0] = 0.95 * state[0] + random.nextGaussian();
                    yield state[0];
                }
                case STEPS_OF_A_DISPLAY -> Math.round(3 * random.nextGaussian()) / 3.0;
                case LOUDER_BY_DAY -> random.nextGaussian() * (1 + 0.7 * Math.sin(2 * Math.PI * i / 1_440));
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Noise.class)
    void normalOperationScoresAsHighAboutAsOftenAsIsSaid(Noise noise) {
        double requested = 1.0 / 1_000;
        int samples = 200_000;
        NoveltyDetector detector = new NoveltyDetector();
        IntToDoubleFunction signal = noise.from(new Random(5));
        int found = 0;

        for (int i = 0; i < samples; i++) {
            Score score = detector.score(i * MINUTE, signal.applyAsDouble(i));
            found += score.falseAlarmsPerDay() <= requested * 1_440 ? 1 : 0;
        }

        assertThat(found / (requested * samples)).isBetween(0.5, 1.5);
    }

    @Test
    void theRateIsToldPerDayWhateverTheSamplingInterval() {
        NoveltyDetector slow = new NoveltyDetector();
        NoveltyDetector fast = new NoveltyDetector();
        Random random = new Random(5);
        int compared = 0;

        for (int i = 0; i < 3_000; i++) {
            double value = random.nextGaussian();
            Score perMinute = slow.score(i * MINUTE, value);
            Score perSecond = fast.score(i * 1_000L, value);
            if (!perMinute.warmingUp()) {
                assertThat(perSecond.value()).isEqualTo(perMinute.value());
                assertThat(perSecond.falseAlarmsPerDay() / perMinute.falseAlarmsPerDay())
                        .isBetween(59.9, 60.1);
                compared++;
            }
        }

        assertThat(compared).isEqualTo(2_900);
    }

    @Test
    void theExpectedBandHoldsNearlyAllOfAPeriodicSignalAndHugsIt() {
        NoveltyDetector detector = new NoveltyDetector();
        Random random = new Random(5);
        int outside = 0;
        double width = 0;

        for (int i = 0; i < 20_000; i++) {
            double value = 50 + 10 * Math.sin(2 * Math.PI * i / 2_880) + 0.5 * random.nextGaussian();
            Score score = detector.score(i * MINUTE, value);
            if (i >= 1_000) {
                outside += value < score.expectedLow() || value > score.expectedHigh() ? 1 : 0;
                width += score.expectedHigh() - score.expectedLow();
            }
        }

        assertThat(outside / 19_000.0).isBetween(0.001, 0.015);
        assertThat(width / 19_000).isLessThan(4);
    }

    @Test
    void aConstantSensorThatMovesScoresNearOneOnce() {
        NoveltyDetector detector = new NoveltyDetector();
        for (int i = 0; i < 1_000; i++) {
            detector.score(i * MINUTE, 4.2);
        }

        Score moved = detector.score(1_000 * MINUTE, 4.3);
        Score later = moved;
        for (int i = 1_001; i < 3_000; i++) {
            later = detector.score(i * MINUTE, 4.3);
        }

        assertThat(moved.value()).isGreaterThan(0.9);
        assertThat(moved.falseAlarmsPerDay()).isLessThan(0.01);
        assertThat(later.value()).isZero();
    }

    @Test
    void aRhythmThatStopsIsNovelThoughEveryValueIsKnown() {
        NoveltyDetector detector = new NoveltyDetector();
        Random random = new Random(5);
        double highestBefore = 0;
        double highestAfter = 0;

        for (int i = 0; i < 6_400; i++) {
            double wave = i < 6_000 ? Math.sin(2 * Math.PI * i / 288) : 0;
            double score = detector.score(i * MINUTE, wave + 0.05 * random.nextGaussian())
                    .value();
            if (i >= 6_000) {
                highestAfter = Math.max(highestAfter, score);
            } else if (i >= 3_000) {
                highestBefore = Math.max(highestBefore, score);
            }
        }

        assertThat(highestAfter).isGreaterThan(2 * highestBefore);
    }

    @Test
    void anUnusableOrRepeatedValueTeachesNothing() {
        NoveltyDetector clean = new NoveltyDetector();
        NoveltyDetector soiled = new NoveltyDetector();
        Random random = new Random(5);

        for (int i = 0; i < 1_000; i++) {
            double value = random.nextGaussian();
            Score expected = clean.score(i * MINUTE, value);
            assertThat(soiled.score(i * MINUTE, value)).isEqualTo(expected);
            assertThat(soiled.score(i * MINUTE, value).value()).isZero();
            assertThat(soiled.score(i * MINUTE + 1, Double.NaN).value()).isZero();
        }
    }

    @Test
    void theEvidenceAddsUpAndTellsWhenTheSensorWasLastLikeThat() {
        NoveltyDetector detector = new NoveltyDetector();
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            boolean excursion = i >= 1_500 && i < 1_512;
            detector.score(i * MINUTE, (excursion ? 5 : 0) + 0.1 * random.nextGaussian());
        }

        List<Evidence> told = new ArrayList<>();
        for (int i = 3_000; i < 3_006; i++) {
            if (detector.score(i * MINUTE, 4).value() > 0) {
                told.add(detector.evidence(SENSOR));
            }
        }

        assertThat(told).isNotEmpty().allSatisfy(evidence -> {
            assertThat(evidence.parts().stream().mapToDouble(ScorePart::share).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(evidence.parts())
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(ScorePart::share).reversed());
        });
        EarlierWindow earlier = told.stream()
                .flatMap(evidence -> evidence.earlier().stream())
                .findFirst()
                .orElseThrow();
        assertThat(earlier.window().start()).isEqualTo(Instant.ofEpochMilli(3_000 * MINUTE));
        assertThat(earlier.earlier().start()).isAfterOrEqualTo(Instant.ofEpochMilli(1_500 * MINUTE));
        assertThat(earlier.earlier().end()).isBeforeOrEqualTo(Instant.ofEpochMilli(1_512 * MINUTE));
        assertThat(earlier.earlier().length()).isEqualTo(Duration.ofMinutes(3));
        assertThat(earlier.distance()).isBetween(0.7, 1.1);
    }

    @Test
    void aRestoredDetectorGivesTheSameEvidence() {
        NoveltyDetector detector = new NoveltyDetector();
        Random random = new Random(5);
        int compared = 0;

        for (int i = 0; i < 4_000; i++) {
            double value = random.nextGaussian() + (i < 3_900 ? 0 : (i - 3_900) * 0.2);
            NoveltyDetector copy = i < 3_900 ? detector : NoveltyDetector.restore(detector.snapshot());
            Score score = detector.score(i * MINUTE, value);
            if (i >= 3_900) {
                copy.score(i * MINUTE, value);
                assertThat(copy.evidence(SENSOR)).isEqualTo(detector.evidence(SENSOR));
                compared += score.value() > 0 ? 1 : 0;
            }
        }

        assertThat(compared).isPositive();
    }

    @Test
    void theStateOfALongLifeStaysSmall() {
        NoveltyDetector detector = new NoveltyDetector();
        Random random = new Random(5);

        for (int i = 0; i < 150_000; i++) {
            detector.score(i * MINUTE, random.nextGaussian());
        }

        assertThat(detector.snapshot().length).isLessThan(98 * 1_024);
    }

    @Test
    void aSnapshotOfVersionOneTellsRatesAsTodayDoes() throws IOException {
        Random random = new Random(5);
        NoveltyDetector today = new NoveltyDetector();
        for (int i = 0; i < 500; i++) {
            today.score(i * MINUTE, random.nextGaussian());
        }

        NoveltyDetector restored = NoveltyDetector.restore(bytesOf("novelty-detector-v1.bin"));

        for (int i = 500; i < 1_500; i++) {
            double value = random.nextGaussian();
            assertThat(restored.score(i * MINUTE, value)).isEqualTo(today.score(i * MINUTE, value));
        }
    }

    @Test
    void aSnapshotOfVersionTwoGoesOnAsItDidWithItsEvidence() throws IOException {
        Random random = new Random(5);
        NoveltyDetector today = new NoveltyDetector();
        for (int i = 0; i < 500; i++) {
            today.score(i * MINUTE, random.nextGaussian());
        }

        NoveltyDetector restored = NoveltyDetector.restore(bytesOf("novelty-detector-v2.bin"));

        for (int i = 500; i < 1_500; i++) {
            double value = random.nextGaussian();
            assertThat(restored.score(i * MINUTE, value)).isEqualTo(today.score(i * MINUTE, value));
            assertThat(restored.evidence(SENSOR)).isEqualTo(today.evidence(SENSOR));
        }
    }
}
