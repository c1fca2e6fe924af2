package dev.watchkeeper.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionCodecTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final Instant OPENED = Instant.ofEpochMilli(1_764_000_000_000L);

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(DetectionCodec.decode(Fixture.bytes("detection.json")))
                .isEqualTo(new DetectionMessage(detection(Detection.Phase.WORSENED, 0.125)));
        assertThat(DetectionCodec.decode(Fixture.bytes("run-summary.json")))
                .isEqualTo(new RunSummary(PUMP, "7c1e", 36_000, 2, 1));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(Detection.Phase phase) throws WireException {
        var message = new DetectionMessage(detection(phase, Double.POSITIVE_INFINITY));

        assertThat(DetectionCodec.decode(DetectionCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void readsADetectionThatNamesAllSensorsOfTheLargestAsset() throws WireException {
        List<Contribution> shares = IntStream.range(0, Asset.MOST_SENSORS)
                .mapToObj(i -> new Contribution(SensorId.of("P-101", "x".repeat(124) + (1_000 + i)), 0.001))
                .toList();
        var message = new DetectionMessage(new Detection(
                new DetectionId("1"),
                PUMP,
                "novelty",
                Detection.Phase.OPENED,
                OPENED,
                OPENED,
                new TimeSpan(OPENED, OPENED),
                1,
                1,
                shares,
                new Evidence(
                        IntStream.range(0, Asset.MOST_SENSORS)
                                .mapToObj(i ->
                                        new ScorePart(shares.get(i).sensor(), ScorePart.Kind.BASELINE, 20, 1.25, 0.001))
                                .toList(),
                        List.of())));

        assertThat(DetectionCodec.decode(DetectionCodec.encode(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @EnumSource
    void readsTheEvidenceThatItWrote(ScorePart.Kind kind) throws WireException {
        var message = new DetectionMessage(detection(evidence(SensorId.of("P-101", "flow"), kind)));

        assertThat(DetectionCodec.decode(DetectionCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void refusesAPartThatItDoesNotKnow() {
        var message = new DetectionMessage(detection(evidence(SensorId.of("P-101", "flow"), ScorePart.Kind.SHAPE)));
        String json = new String(DetectionCodec.encode(message), UTF_8).replace("\"shape\"", "\"colour\"");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DetectionCodec.decode(json.getBytes(UTF_8)))
                .withMessageContaining("colour")
                .matches(e -> e.reason() == RejectionReason.WRONG_VALUE);
    }

    @Test
    void readsTheSummaryThatItWrote() throws WireException {
        var summary = new RunSummary(PUMP, "r", Long.MAX_VALUE, 0, 0);

        assertThat(DetectionCodec.decode(DetectionCodec.encode(summary))).isEqualTo(summary);
    }

    @Test
    void namesTheFieldThatIsWrongWithItsPlace() {
        String json = new String(Fixture.bytes("detection.json"), UTF_8).replace("\"share\":0.25", "\"share\":\"x\"");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DetectionCodec.decode(json.getBytes(UTF_8)))
                .withMessage("Field contributions[1].share is not a number.");
    }

    @Test
    void refusesAShareAboveOne() {
        String json = new String(Fixture.bytes("detection.json"), UTF_8).replace("\"share\":0.25", "\"share\":2");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DetectionCodec.decode(json.getBytes(UTF_8)))
                .matches(e -> e.reason() == RejectionReason.WRONG_VALUE);
    }

    @Test
    void refusesANegativeCount() {
        String json = new String(Fixture.bytes("run-summary.json"), UTF_8).replace("\"late\":2", "\"late\":-2");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DetectionCodec.decode(json.getBytes(UTF_8)))
                .matches(e -> e.reason() == RejectionReason.WRONG_VALUE);
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> DetectionCodec.decode("{\"v\":1,\"kind\":\"other\"}".getBytes(UTF_8)))
                .matches(e -> e.reason() == RejectionReason.WRONG_VALUE);
    }

    private static Evidence evidence(SensorId sensor, ScorePart.Kind kind) {
        return new Evidence(
                List.of(new ScorePart(sensor, kind, 96, 3.25, 0.75), new ScorePart(sensor, kind, 1, 0, 0)),
                List.of(new EarlierWindow(
                        sensor,
                        new TimeSpan(OPENED.minusSeconds(96), OPENED),
                        new TimeSpan(OPENED.minusSeconds(9_096), OPENED.minusSeconds(9_000)),
                        0.5,
                        0.125)));
    }

    private static Detection detection(Evidence evidence) {
        Detection bare = detection(Detection.Phase.OPENED, 0.125);
        return new Detection(
                bare.id(),
                bare.asset(),
                bare.rule(),
                bare.phase(),
                bare.openedAt(),
                bare.at(),
                bare.window(),
                bare.peakScore(),
                bare.falseAlarmsPerDay(),
                bare.contributions(),
                evidence);
    }

    private static Detection detection(Detection.Phase phase, double perDay) {
        return new Detection(
                new DetectionId("0a1b2c3d4e5f60718293"),
                PUMP,
                "novelty",
                phase,
                OPENED,
                OPENED.plusSeconds(5),
                new TimeSpan(OPENED.minusSeconds(300), OPENED.plusMillis(5_001)),
                0.97,
                perDay,
                List.of(
                        new Contribution(SensorId.of("P-101", "flow"), 0.75),
                        new Contribution(SensorId.of("P-101", "suction-pressure"), 0.25)));
    }
}
