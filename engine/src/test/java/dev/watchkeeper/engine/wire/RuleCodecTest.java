package dev.watchkeeper.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.signal.SensorId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCodecTest {
    static Stream<RuleUpdate> everyUpdate() {
        SensorId pressure = SensorId.of("P-101", "pressure");
        Delays delays = new Delays(Duration.ofMillis(1_500), Duration.ofMinutes(2));
        return Stream.of(
                RuleUpdate.watch(new Condition.Limit(pressure, Condition.Level.LOW_LOW, -1.25, 0.5, delays)),
                RuleUpdate.watch(new Condition.RateOfChange(pressure, 0.5, 0.1, Duration.ofSeconds(10), delays)),
                RuleUpdate.watch(new Condition.MissingData(pressure, Duration.ofMinutes(5))),
                RuleUpdate.watch(new Condition.Anomaly(pressure.asset(), 0.7, delays)),
                RuleUpdate.watch(new Condition.Drift(pressure.asset())),
                RuleUpdate.forget(pressure.asset(), "pressure:high"));
    }

    @ParameterizedTest
    @MethodSource("everyUpdate")
    void anUpdateComesBackAsItWasWritten(RuleUpdate update) throws WireException {
        assertThat(RuleCodec.decode(RuleCodec.encode(update))).isEqualTo(update);
    }

    @Test
    void onlyWhatIsNeededHasToBeWritten() throws WireException {
        RuleUpdate update = RuleCodec.decode(bytes("""
                {"v":1,"asset":"P-101","name":"pressure:high",
                 "condition":{"kind":"limit","sensor":"pressure","level":"high","limit":6}}"""));

        assertThat(update.condition()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"v\":2,\"asset\":\"P-101\",\"name\":\"drift\"}",
                "{\"v\":1,\"asset\":\"P-101\"}",
                "{\"v\":1,\"asset\":\"P-101\",\"name\":\"x\",\"condition\":{\"kind\":\"magic\"}}",
                "{\"v\":1,\"asset\":\"P-101\",\"name\":\"other\",\"condition\":{\"kind\":\"drift\"}}",
                "{\"v\":1,\"asset\":\"P-101\",\"name\":\"p:high\",\"condition\":{\"kind\":\"limit\",\"sensor\":\"p\","
                        + "\"level\":\"highest\",\"limit\":6}}",
                "{\"v\":1,\"asset\":\"P-101\",\"name\":\"p:high\",\"condition\":{\"kind\":\"limit\",\"sensor\":\"p\","
                        + "\"level\":\"high\",\"limit\":6,\"onDelay\":\"soon\"}}"
            })
    void whatIsNoUpdateIsRefused(String text) {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> RuleCodec.decode(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
