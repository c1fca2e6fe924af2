package dev.watchkeeper.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private static final SensorId SENSOR = SensorId.of("P-101", "flow");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int REFERENCE = 6_000;

    private final Random random = new Random(11);

    @Test
    void aLevelThatRisesIsFoundChangedWithinAHundredReadingsAndDriftingWhenItLasts() {
        DriftWatch watch = watch(i -> random.nextGaussian());
        List<DriftReport> before = take(watch, REFERENCE, 1_000, i -> random.nextGaussian());

        List<DriftReport> after = take(watch, REFERENCE + 1_000, 1_000, i -> 1 + random.nextGaussian());

        assertThat(before).isNotEmpty().allMatch(report -> report.stage() == DriftStage.STEADY);
        FeatureDrift changed = first(after, DriftStage.CHANGED);
        FeatureDrift drifting = first(after, DriftStage.DRIFTING);
        assertThat(changed.feature()).isEqualTo(DriftFeature.MEAN);
        assertThat(changed.direction()).isEqualTo(DriftDirection.ROSE);
        assertThat(drifting.feature()).isEqualTo(DriftFeature.MEAN);
        assertThat(readingOf(drifting.since().orElseThrow()) - REFERENCE - 1_000)
                .isBetween(-20L, 20L);
        assertThat(drifting.adwin().value()).isBetween(0.8, 1.2);
    }

    @Test
    void twiceTheVarianceIsAWiderDeviationAndNoOtherLevel() {
        DriftWatch watch = watch(i -> random.nextGaussian());

        List<DriftReport> reports = take(watch, REFERENCE, 2_000, i -> 1.6 * random.nextGaussian());

        FeatureDrift drifting = first(reports, DriftStage.DRIFTING);
        assertThat(drifting.feature()).isEqualTo(DriftFeature.STANDARD_DEVIATION);
        assertThat(drifting.direction()).isEqualTo(DriftDirection.WIDER);
        assertThat(last(reports).feature(DriftFeature.MEAN).orElseThrow().stage())
                .isEqualTo(DriftStage.STEADY);
    }

    @Test
    void aChangeThatPassesIsNoDrift() {
        DriftWatch watch = watch(i -> random.nextGaussian());

        List<DriftReport> reports =
                take(watch, REFERENCE, 3_000, i -> random.nextGaussian() + (i > 6_500 && i < 6_600 ? 4 : 0));

        assertThat(reports).anyMatch(report -> report.stage() == DriftStage.CHANGED);
        assertThat(reports).noneMatch(report -> report.stage() == DriftStage.DRIFTING);
        assertThat(last(reports).stage()).isEqualTo(DriftStage.STEADY);
    }

    @Test
    void driftEndsWhenTheSensorIsAsItWas() {
        DriftWatch watch = watch(i -> random.nextGaussian());
        List<DriftReport> away = take(watch, REFERENCE, 1_500, i -> random.nextGaussian() - 1);

        List<DriftReport> back = take(watch, REFERENCE + 1_500, 4_000, i -> random.nextGaussian());

        assertThat(last(away).stage()).isEqualTo(DriftStage.DRIFTING);
        assertThat(last(back).stage()).isEqualTo(DriftStage.STEADY);
    }

    @Test
    void theCourseOfTheDayIsNoDriftOnceTheReferenceSpansDays() {
        DriftReference.Fitter fitter = new DriftReference.Fitter(SENSOR);
        int minutesOfThreeDays = 3 * 24 * 60;
        for (int i = 0; i < minutesOfThreeDays; i++) {
            fitter.add(START.plus(Duration.ofMinutes(i)), daily(i));
        }
        DriftWatch watch = new DriftWatch(fitter.fit().orElseThrow());

        List<DriftReport> reports = new ArrayList<>();
        for (int i = minutesOfThreeDays; i < 2 * minutesOfThreeDays; i++) {
            watch.take(START.plus(Duration.ofMinutes(i)).toEpochMilli(), daily(i))
                    .ifPresent(reports::add);
        }

        assertThat(watch.reference().knowsTheDay()).isTrue();
        assertThat(reports).hasSizeGreaterThan(200).allMatch(report -> report.stage() == DriftStage.STEADY);
    }

    private double daily(int minute) {
        return 20 + 5 * Math.sin(2 * Math.PI * minute / (24 * 60)) + 0.5 * random.nextGaussian();
    }

    @Test
    void anotherUnitChangesNothingButTheLevels() {
        double[] values = new double[REFERENCE + 1_500];
        Arrays.setAll(values, i -> random.nextGaussian() + (i > REFERENCE + 500 ? 1 : 0));

        DriftReport plain = last(take(watch(i -> values[i]), REFERENCE, 1_500, i -> values[i]));
        DriftReport scaled =
                last(take(watch(i -> 1_000 * values[i] + 7), REFERENCE, 1_500, i -> 1_000 * values[i] + 7));

        assertThat(scaled.stage()).isEqualTo(plain.stage());
        for (int i = 0; i < plain.features().size(); i++) {
            assertThat(scaled.features().get(i).score())
                    .isCloseTo(plain.features().get(i).score(), within(1e-6));
        }
    }

    @Test
    void goesOnFromASnapshotBitForBit() {
        DriftWatch watch = watch(i -> random.nextGaussian());
        take(watch, REFERENCE, 1_037, i -> random.nextGaussian());
        double[] rest = random.doubles(1_000).toArray();

        DriftWatch restored = watch.copy();
        List<DriftReport> expected = take(watch, REFERENCE + 1_037, 1_000, i -> rest[i - REFERENCE - 1_037]);
        List<DriftReport> found = take(restored, REFERENCE + 1_037, 1_000, i -> rest[i - REFERENCE - 1_037]);

        assertThat(found).isNotEmpty().isEqualTo(expected);
        assertThat(restored.snapshot()).isEqualTo(watch.snapshot()).hasSizeLessThan(30_000);
    }

    @Test
    void aReferenceIsReadAsItWasWritten() {
        DriftReference reference = watch(i -> random.nextGaussian()).reference();

        DriftReference read = DriftReference.restore(reference.toBytes());

        assertThat(read.toBytes()).isEqualTo(reference.toBytes()).hasSizeLessThan(20_000);
        assertThat(read.sensor()).isEqualTo(SENSOR);
        assertThat(read.fittedOn()).isEqualTo(reference.fittedOn());
        assertThat(read.readings()).isEqualTo(REFERENCE);
    }

    @Test
    void everySnapshotThatIsCutShortIsRefused() {
        byte[] snapshot = watch(i -> random.nextGaussian()).snapshot();

        for (int length = 0; length < snapshot.length; length += 97) {
            byte[] cut = Arrays.copyOf(snapshot, length);
            assertThatExceptionOfType(UnreadableStateException.class).isThrownBy(() -> DriftWatch.restore(cut));
        }
    }

    @Test
    void whatIsNotANumberOrNotNewerTeachesNothing() {
        DriftWatch watch = watch(i -> random.nextGaussian());
        DriftWatch other = watch.copy();
        double[] values = random.doubles(320).toArray();

        for (int i = 0; i < values.length; i++) {
            long time = timeMillis(REFERENCE + i);
            watch.take(time, values[i]);
            other.take(time, values[i]);
            assertThat(other.take(time, 1e9)).isEmpty();
            assertThat(other.take(time - 5, Double.NaN)).isEmpty();
        }

        assertThat(other.snapshot()).isEqualTo(watch.snapshot());
    }

    @Test
    void readingsThatAreNotUsableAreAMissingShare() {
        DriftWatch watch = watch(i -> random.nextGaussian());

        List<DriftReport> reports = take(watch, REFERENCE, 2_000, i -> i % 2 == 0 ? random.nextGaussian() : Double.NaN);

        FeatureDrift missing = last(reports).feature(DriftFeature.MISSING_SHARE).orElseThrow();
        assertThat(missing.stage()).isEqualTo(DriftStage.DRIFTING);
        assertThat(missing.direction()).isEqualTo(DriftDirection.ROSE);
        assertThat(missing.current().mean()).isBetween(0.45, 0.55);
    }

    @Test
    void aSensorThatNeverMovedDriftsWhenItDoes() {
        DriftWatch watch = watch(i -> 4.2);
        List<DriftReport> still = take(watch, REFERENCE, 1_000, i -> 4.2);

        List<DriftReport> moved = take(watch, REFERENCE + 1_000, 1_000, i -> 4.3);

        assertThat(still).isNotEmpty().allMatch(report -> report.stage() == DriftStage.STEADY);
        assertThat(first(moved, DriftStage.DRIFTING).feature()).isEqualTo(DriftFeature.MEAN);
    }

    @Test
    void thereIsNoReferenceOfTooFewReadings() {
        DriftReference.Fitter fitter = new DriftReference.Fitter(SENSOR);
        for (int i = 0; i < 511; i++) {
            fitter.add(Instant.ofEpochMilli(timeMillis(i)), i);
            fitter.add(Instant.ofEpochMilli(timeMillis(i) + 1), Double.NaN);
        }

        assertThat(fitter.fit()).isEmpty();
    }

    private static DriftWatch watch(IntToDoubleFunction value) {
        DriftReference.Fitter fitter = new DriftReference.Fitter(SENSOR);
        for (int i = 0; i < REFERENCE; i++) {
            fitter.add(Instant.ofEpochMilli(timeMillis(i)), value.applyAsDouble(i));
        }
        return new DriftWatch(fitter.fit().orElseThrow());
    }

    private static List<DriftReport> take(DriftWatch watch, int from, int count, IntToDoubleFunction value) {
        List<DriftReport> reports = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            watch.take(timeMillis(i), value.applyAsDouble(i)).ifPresent(reports::add);
        }
        return reports;
    }

    /** A reading every ten seconds. */
    private static long timeMillis(int reading) {
        return START.plus(Duration.ofSeconds(10L * reading)).toEpochMilli();
    }

    private static long readingOf(Instant time) {
        return Duration.between(START, time).toSeconds() / 10;
    }

    private static FeatureDrift first(List<DriftReport> reports, DriftStage stage) {
        return reports.stream()
                .flatMap(report -> report.features().stream())
                .filter(drift -> drift.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    private static DriftReport last(List<DriftReport> reports) {
        return reports.get(reports.size() - 1);
    }
}
