package dev.watchkeeper.engine.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.SplitShares;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssetTrainingTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int DAYS = 20;
    private static final AssetId ID = new AssetId("P-101");
    private static final SensorId WHOLE = new SensorId(ID, AssetWatch.WHOLE);
    private static final List<SensorId> SENSORS =
            List.of(new SensorId(ID, "flow"), new SensorId(ID, "pressure"), new SensorId(ID, "power"));
    private static final Asset PUMP =
            new Asset(ID, "Lift pump 1", "", SENSORS.stream().map(Sensor::named).toList());
    private static final TimeSpan SPAN = new TimeSpan(START, START.plus(Duration.ofDays(DAYS)));
    private static final TrainingPlan PLAN = TrainingPlan.of(SPAN, INTERVAL, Sensitivity.NORMAL);

    private final MemoryHistory history = new MemoryHistory();

    @Test
    void thePartGoesOnFromTheEndOfTraining() {
        List<Reading> readings = readings();
        history.addReadings(readings);

        TrainedPart part = train(PLAN).part(PartKind.ASSET, WHOLE).orElseThrow();

        AssetWatch watch = AssetWatch.restore(part.snapshot());
        assertThat(watch.sensors()).isEqualTo(SENSORS);
        assertThat(watch.sensitivity()).isEqualTo(Sensitivity.NORMAL);
        assertThat(watch.flush()).isEmpty();
        assertThat(part.fittedOn().end()).isBeforeOrEqualTo(PLAN.split().train().end());
        Instant later = PLAN.split().test().start();
        List<Detection> detections = new ArrayList<>();
        readings.stream()
                .filter(reading -> !reading.time().isBefore(later))
                .limit(3_000)
                .forEach(reading -> watch.take(
                                reading.sensor(),
                                reading.time().toEpochMilli(),
                                reading.sensor().equals(SENSORS.get(1)) ? reading.value() + 60 : reading.value())
                        .ifPresent(sample -> {
                            assertThat(sample.verdict().score().warmingUp()).isFalse();
                            detections.addAll(sample.verdict().detections());
                        }));
        assertThat(detections)
                .first()
                .satisfies(detection ->
                        assertThat(detection.contributions().get(0).sensor()).isEqualTo(SENSORS.get(1)));
    }

    @Test
    void measuresTheWholeOfValidation() {
        history.addReadings(readings());

        TrainedPart part = train(PLAN).part(PartKind.ASSET, WHOLE).orElseThrow();

        long minutes = PLAN.split().validation().length().toMinutes();
        assertThat(part.metrics().samples()).isBetween(minutes - 1, minutes);
        assertThat(part.metrics().measured())
                .isEqualTo(INTERVAL.multipliedBy(part.metrics().samples()));
        assertThat(part.metrics().requestedPerDay()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void onNormalOperationTheObservedRateIsNearTheRequestedOne() {
        history.addReadings(readings());

        TrainedPart part = train(PLAN).part(PartKind.ASSET, WHOLE).orElseThrow();

        RateCheck seventyADay = part.metrics().rates().get(2);
        assertThat(seventyADay.requestedPerDay()).isCloseTo(70, within(1e-9));
        assertThat(seventyADay.observed() / part.metrics().days()).isBetween(15.0, 140.0);
    }

    @Test
    void readsNothingOfEmbargoAndTest() {
        history.addReadings(readings());
        Instant end = PLAN.split().train().end();
        TimeSpan embargo = new TimeSpan(end, end.plus(PLAN.split().gap().embargo()));

        ModelVersion model = train(PLAN);

        List<TimeSpan> afterGrading =
                history.asked().subList(SENSORS.size(), history.asked().size());
        assertThat(afterGrading).isNotEmpty();
        assertThat(afterGrading)
                .noneMatch(span ->
                        span.overlaps(embargo) || span.overlaps(PLAN.split().test()));
        assertThat(model.leakage().isClean()).isTrue();
        assertThat(model.leakage().checked().windows()).isEqualTo(2 * SENSORS.size());
    }

    @Test
    void aPurgeGapThatIsTooShortCostsValidationAndDoesNotLeak() {
        history.addReadings(readings());
        TimeSplit tight = TimeSplit.of(SPAN, SplitShares.USUAL, new Gap(Duration.ZERO, Duration.ofMinutes(5)));

        ModelVersion model = train(new TrainingPlan(tight, Sensitivity.NORMAL));

        assertThat(model.leakage().isClean()).isTrue();
        assertThat(model.parts().get(0).metrics().samples())
                .isBetween(
                        tight.validation().length().toMinutes() - AssetTraining.WINDOW_SAMPLES,
                        tight.validation().length().toMinutes() - AssetTraining.WINDOW_SAMPLES + 7);
    }

    @Test
    void gapsInTheTrainingPartLeaveEnoughToLearnFrom() {
        Instant gap = START.plus(Duration.ofHours(20));
        Instant gapEnd = PLAN.split().train().end().minus(Duration.ofHours(2));
        history.addReadings(readings().stream()
                .filter(reading ->
                        reading.time().isBefore(gap) || !reading.time().isBefore(gapEnd))
                .toList());

        TrainedPart part = train(PLAN).part(PartKind.ASSET, WHOLE).orElseThrow();

        assertThat(part.fittedOn().start()).isEqualTo(START);
        assertThat(part.metrics().samples()).isPositive();
    }

    @Test
    void aSensorAloneHasNoPartForAll() {
        history.addReadings(readings());
        Asset alone = new Asset(ID, "Lift pump 1", "", List.of(Sensor.named(SENSORS.get(0))));

        ModelVersion model = new Trainer(
                        history, List.of(new NoveltyTraining(), new AssetTraining()), InstantSource.fixed(SPAN.end()))
                .train(alone, PLAN, 1, TrainingMonitor.NONE);

        assertThat(model.parts()).extracting(TrainedPart::kind).containsExactly(PartKind.NOVELTY);
    }

    @Test
    void theSameReadingsGiveTheSameModelAndItSurvivesItsBytes() throws IOException {
        history.addReadings(readings());

        ModelVersion model = train(PLAN);

        assertThat(train(PLAN)).isEqualTo(model);
        assertThat(ModelFormat.decode(ModelFormat.encode(model))).isEqualTo(model);
    }

    private ModelVersion train(TrainingPlan plan) {
        return new Trainer(history, List.of(new AssetTraining()), InstantSource.fixed(SPAN.end()))
                .train(PUMP, plan, 1, TrainingMonitor.NONE);
    }

    /** A load that all three follow, and noise of their own. */
    private static List<Reading> readings() {
        Random random = new Random(4);
        List<Reading> readings = new ArrayList<>();
        double load = 0;
        for (int minute = 0; minute < DAYS * 24 * 60; minute++) {
            load = 0.8 * load + 0.6 * random.nextGaussian();
            for (int i = 0; i < SENSORS.size(); i++) {
                double value = 50 + 10 * i + (1 + i) * load + 0.5 * random.nextGaussian();
                readings.add(Reading.good(SENSORS.get(i), START.plus(INTERVAL.multipliedBy(minute)), value));
            }
        }
        return readings;
    }
}
