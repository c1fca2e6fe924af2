package dev.watchkeeper.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoredReadingCodecTest {
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final Instant TIME = Instant.ofEpochMilli(1_764_000_000_000L);

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(ScoredReadingCodec.decode(Fixture.bytes("scored-reading.json")))
                .isEqualTo(new ScoredReading(FLOW, TIME, 1.5, new Score(false, 0.25, 12.5, 1.25, 1.75)));
        assertThat(ScoredReadingCodec.decode(Fixture.bytes("scored-reading-warming.json")))
                .isEqualTo(new ScoredReading(FLOW, TIME, 1.5, Score.NONE));
    }

    @Test
    void readsWhatItWrote() throws WireException {
        var scored = new ScoredReading(FLOW, TIME, Double.NaN, new Score(false, 1, 1e-9, Double.NaN, 1.0 / 3));

        assertThat(ScoredReadingCodec.decode(ScoredReadingCodec.encode(scored))).isEqualTo(scored);
    }

    @Test
    void readsTheScoreOfADetectorThatWarmsUp() throws WireException {
        var scored = new ScoredReading(FLOW, TIME, 2, Score.NONE);

        assertThat(ScoredReadingCodec.decode(ScoredReadingCodec.encode(scored))).isEqualTo(scored);
    }

    @Test
    void refusesARecordWithoutAScore() {
        byte[] bytes = "{\"v\":1,\"asset\":\"a\",\"sensor\":\"s\",\"time\":0,\"value\":1}".getBytes(UTF_8);

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> ScoredReadingCodec.decode(bytes))
                .withMessage("Field score is missing.");
    }
}
