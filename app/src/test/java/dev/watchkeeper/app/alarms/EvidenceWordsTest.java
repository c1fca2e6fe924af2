package dev.watchkeeper.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceWordsTest {
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final Sensor SENSOR = new Sensor(FLOW, "Flow", new Unit("m³/h"), null);
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Formats FORMATS = new Formats(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RANGE    | 1   | 4.14 | 4.1 spreads outside all values before
                    LEVEL    | 24  | 5.2  | level over 24 readings, 5.2 × the usual difference
                    SHAPE    | 192 | 31.7 | course over 192 readings, 32 × the usual difference
                    BASELINE | 20  | 4000 | over 100 × its usual distance from its baseline
                    RELATION | 20  | 2.0  | 2.0 × out of step with the other sensors
                    """)
    void aPartSaysWhatWasComparedAndHowUnusualItWas(ScorePart.Kind kind, int samples, double size, String words) {
        assertThat(EvidenceWords.of(new ScorePart(FLOW, kind, samples, size, 0.5)))
                .isEqualTo(words);
    }

    @Test
    void whatWasLikeItIsToldWithItsDateAndItsDistance() {
        assertThat(EvidenceWords.of(window(0.5), SENSOR, FORMATS, NOW))
                .isEqualTo("Most like 12 Nov 03:10–03:40, 0.500 m³/h apart where 0.200 m³/h is usual");
    }

    @Test
    void whatWasNotLikeItIsNotCalledSo() {
        assertThat(EvidenceWords.of(window(0.7), SENSOR, FORMATS, NOW))
                .isEqualTo("Nothing like it before; the nearest was 12 Nov 03:10–03:40, 0.700 m³/h apart where"
                        + " 0.200 m³/h is usual");
    }

    private static EarlierWindow window(double distance) {
        return new EarlierWindow(
                FLOW,
                TimeSpan.before(NOW, java.time.Duration.ofMinutes(30)),
                new TimeSpan(Instant.parse("2026-11-12T03:10:00Z"), Instant.parse("2026-11-12T03:40:00Z")),
                distance,
                0.2);
    }
}
