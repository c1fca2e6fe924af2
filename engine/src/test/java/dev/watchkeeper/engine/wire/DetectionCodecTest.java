package dev.watchkeeper.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
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
                shares));

        assertThat(DetectionCodec.decode(DetectionCodec.encode(message))).isEqualTo(message);
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
