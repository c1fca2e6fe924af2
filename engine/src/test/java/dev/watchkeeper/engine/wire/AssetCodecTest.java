package dev.watchkeeper.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetCodecTest {
    private static final Asset PUMP = new Asset(
            new AssetId("P-101"),
            "Lift pump 1",
            "Pump hall",
            List.of(
                    new Sensor(
                            SensorId.of("P-101", "flow"),
                            "Flow",
                            new Unit("m³/h"),
                            new Guidance(
                                    "Impeller is worn.",
                                    "The well fills up.",
                                    "Start pump 2.",
                                    Duration.ofMinutes(10))),
                    new Sensor(SensorId.of("P-101", "speed"), "Speed", new Unit("1/min"), null)));

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(AssetCodec.decode(Fixture.bytes("asset.json"))).isEqualTo(PUMP);
    }

    @Test
    void readsWhatItWrote() throws WireException {
        assertThat(AssetCodec.decode(AssetCodec.encode(PUMP))).isEqualTo(PUMP);
    }

    @Test
    void fillsInWhatIsNotToldButTheNames() throws WireException {
        Asset asset = AssetCodec.decode("{\"v\":1,\"asset\":\"M1\",\"sensors\":[{\"name\":\"x\"}]}".getBytes(UTF_8));

        assertThat(asset)
                .isEqualTo(new Asset(new AssetId("M1"), "M1", "", List.of(Sensor.named(SensorId.of("M1", "x")))));
    }

    @Test
    void readsAFileOfSeveralAssets() throws WireException {
        byte[] file = "{\"v\":1,\"assets\":[{\"asset\":\"A\",\"sensors\":[]},{\"asset\":\"B\",\"sensors\":[]}]}"
                .getBytes(UTF_8);

        assertThat(AssetCodec.decodeAll(file))
                .extracting(Asset::id)
                .containsExactly(new AssetId("A"), new AssetId("B"));
    }

    @Test
    void refusesToWriteWhatNoBrokerTakes() {
        var endless =
                new Guidance("c".repeat(400_000), "c".repeat(400_000), "a".repeat(400_000), Duration.ofMinutes(1));
        var asset = new Asset(
                new AssetId("A"), "A", "", List.of(new Sensor(SensorId.of("A", "x"), "x", Unit.NONE, endless)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetCodec.encode(asset))
                .withMessageStartingWith("the description of A has 1200");
    }

    @Test
    void refusesASensorThatIsNamedTwice() {
        byte[] bytes = "{\"v\":1,\"asset\":\"A\",\"sensors\":[{\"name\":\"x\"},{\"name\":\"x\"}]}".getBytes(UTF_8);

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> AssetCodec.decode(bytes))
                .withMessage("The record cannot be used: sensor A/x is named twice.");
    }

    @Test
    void refusesGuidanceWithoutAnAction() {
        byte[] bytes =
                "{\"v\":1,\"asset\":\"A\",\"sensors\":[{\"name\":\"x\",\"guidance\":{\"cause\":\"c\",\"consequence\":\"c\"}}]}"
                        .getBytes(UTF_8);

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> AssetCodec.decode(bytes))
                .withMessage("Field sensors[0].guidance.action is missing.");
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> AssetCodec.decode("{\"v\":1,\"asset\":\"A\",\"asset\":\"B\"}".getBytes(UTF_8)))
                .matches(e -> e.reason() == RejectionReason.BROKEN_RECORD);
    }
}
