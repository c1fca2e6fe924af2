package dev.watchkeeper.engine.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int MINUTES = 5_000;
    /** From here on, after the end of training, flow is where it never was. */
    private static final int RISEN = 4_000;

    private static final AssetId ID = new AssetId("P-101");
    private static final SensorId FLOW = new SensorId(ID, "flow");
    private static final List<SensorId> SENSORS = List.of(FLOW, new SensorId(ID, "pressure"));
    private static final Asset PUMP =
            new Asset(ID, "Lift pump 1", "", SENSORS.stream().map(Sensor::named).toList());
    private static final TimeSpan SPAN = new TimeSpan(START, START.plus(INTERVAL.multipliedBy(MINUTES)));
    private static final TrainingPlan PLAN = TrainingPlan.of(SPAN, INTERVAL, Sensitivity.NORMAL);

    private final MemoryHistory history = new MemoryHistory();
    private ModelVersion trained;

    @BeforeEach
    void train() {
        history.addReadings(readings(0, MINUTES));
        trained = new Trainer(
                        history, List.of(new NoveltyTraining(), new AssetTraining()), InstantSource.fixed(SPAN.end()))
                .train(PUMP, PLAN, 1, TrainingMonitor.NONE);
    }

    @Test
    void whatIsUsualSinceTrainingIsNoNewsToAModelThatHasCaughtUp() {
        ModelVersion caughtUp = catchUp(LeftOut.NOTHING);

        List<Reading> next = readings(MINUTES, MINUTES + 500);
        assertThat(told(trained, next)).isNotEmpty();
        assertThat(told(caughtUp, next)).isEmpty();
    }

    @Test
    void itsPartsAreThoseThatWentOnReadingByReading() {
        SensorWatch expected =
                SensorWatch.restore(part(trained, PartKind.NOVELTY, FLOW).snapshot());
        readings(0, MINUTES).stream()
                .filter(reading -> reading.sensor().equals(FLOW))
                .filter(reading -> !reading.time()
                        .isBefore(
                                part(trained, PartKind.NOVELTY, FLOW).fittedOn().end()))
                .forEach(reading -> expected.judge(reading.time().toEpochMilli(), reading.value()));

        SensorWatch actual = SensorWatch.restore(
                part(catchUp(LeftOut.NOTHING), PartKind.NOVELTY, FLOW).snapshot());

        assertThat(actual.sensitivity()).isEqualTo(Sensitivity.NORMAL);
        for (Reading reading : readings(MINUTES, MINUTES + 200)) {
            if (reading.sensor().equals(FLOW)) {
                long time = reading.time().toEpochMilli();
                assertThat(actual.judge(time, reading.value()).score())
                        .isEqualTo(expected.judge(time, reading.value()).score());
            }
        }
    }

    @Test
    void thePartOfAllSensorsGoesOnToo() {
        SensorId whole = new SensorId(ID, AssetWatch.WHOLE);
        TrainedPart before = part(trained, PartKind.ASSET, whole);
        AssetWatch expected = AssetWatch.restore(before.snapshot());
        expected.setSensitivity(new Sensitivity(Double.MIN_VALUE));
        readings(0, MINUTES).stream()
                .filter(reading -> !reading.time().isBefore(before.fittedOn().end()))
                .forEach(reading ->
                        expected.take(reading.sensor(), reading.time().toEpochMilli(), reading.value()));
        expected.flush();
        expected.setSensitivity(Sensitivity.NORMAL);

        TrainedPart after = part(catchUp(LeftOut.NOTHING), PartKind.ASSET, whole);

        assertThat(after.snapshot()).isEqualTo(expected.snapshot());
    }

    @Test
    void whatWasMeasuredAndOnWhatItWasTrainedStays() {
        ModelVersion caughtUp = catchUp(LeftOut.NOTHING);

        assertThat(caughtUp.parts()).extracting(TrainedPart::metrics).isEqualTo(metrics(trained));
        assertThat(caughtUp.parts())
                .extracting(TrainedPart::fittedOn)
                .isEqualTo(trained.parts().stream().map(TrainedPart::fittedOn).toList());
        assertThat(caughtUp.leakage()).isEqualTo(trained.leakage());
        assertThat(caughtUp.references()).isEqualTo(trained.references());
    }

    @Test
    void nothingOfWhatIsLeftOutIsLearned() {
        TimeSpan risen = new TimeSpan(START.plus(INTERVAL.multipliedBy(RISEN)), SPAN.end());
        LeftOut leftOut = new LeftOut(List.of(new LeftOut.Stretch(Set.of(), risen, SPAN.end())));

        ModelVersion caughtUp = catchUp(leftOut);

        assertThat(told(caughtUp, readings(MINUTES, MINUTES + 500))).isNotEmpty();
    }

    @Test
    void itCanBeCancelled() {
        TrainingMonitor cancelling = new TrainingMonitor() {
            @Override
            public void progress(double done, String sentence) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new CatchUp(history, LeftOut.NOTHING).goOn(trained, SPAN.end(), cancelling));
    }

    private ModelVersion catchUp(LeftOut leftOut) {
        return new CatchUp(history, leftOut).goOn(trained, SPAN.end(), TrainingMonitor.NONE);
    }

    private static List<Detection> told(ModelVersion model, List<Reading> readings) {
        SensorWatch flow =
                SensorWatch.restore(part(model, PartKind.NOVELTY, FLOW).snapshot());
        List<Detection> told = new ArrayList<>();
        readings.stream()
                .filter(reading -> reading.sensor().equals(FLOW))
                .forEach(reading -> told.addAll(flow.judge(reading.time().toEpochMilli(), reading.value())
                        .detections()));
        return told;
    }

    private static TrainedPart part(ModelVersion model, PartKind kind, SensorId subject) {
        return model.part(kind, subject).orElseThrow();
    }

    private static List<Object> metrics(ModelVersion model) {
        return List.copyOf(model.parts().stream().map(TrainedPart::metrics).toList());
    }

    /** Two noisy sensors; flow rises for good after the end of training. */
    private static List<Reading> readings(int from, int to) {
        List<Reading> readings = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < to; i++) {
            double flow = (i < RISEN ? 50 : 60) + random.nextGaussian();
            double pressure = 5 + 0.1 * random.nextGaussian();
            if (i >= from) {
                Instant time = START.plus(INTERVAL.multipliedBy(i));
                readings.add(Reading.good(FLOW, time, flow));
                readings.add(Reading.good(SENSORS.get(1), time, pressure));
            }
        }
        return readings;
    }
}
