package dev.watchkeeper.engine.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.signal.ValueRange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignalTypeTest {
    @Test
    void theUnitTellsWhatIsMeasured() {
        assertThat(SignalType.of(sensor("x", "°C", null))).contains(SignalType.TEMPERATURE);
        assertThat(SignalType.of(sensor("x", "mbar", null))).contains(SignalType.PRESSURE);
        assertThat(SignalType.of(sensor("x", "m³/h", null))).contains(SignalType.FLOW);
        assertThat(SignalType.of(sensor("x", "mm/s", null))).isEmpty();
    }

    @Test
    void aLengthIsALevelOnlyWhereItIsCalledSo() {
        assertThat(SignalType.of(sensor("level", "m", null))).contains(SignalType.LEVEL);
        assertThat(SignalType.of(sensor("travel", "m", null))).isEmpty();
    }

    @Test
    void theDeadbandIsAShareOfTheRangeOrElseOfTheLimit() {
        assertThat(SignalType.PRESSURE.deadband(sensor("x", "bar", new ValueRange(0, 10)), 6))
                .isCloseTo(0.2, within(1e-12));
        assertThat(SignalType.PRESSURE.deadband(sensor("x", "bar", null), -6)).isCloseTo(0.12, within(1e-12));
    }

    @Test
    void theWorseItIsAndTheLessTimeThereIsTheHigherThePriority() {
        for (Severity severity : Severity.values()) {
            assertThat(severity.priority(Duration.ofMinutes(5)))
                    .isGreaterThanOrEqualTo(severity.priority(Duration.ofMinutes(15)));
            assertThat(severity.priority(Duration.ofMinutes(15)))
                    .isGreaterThanOrEqualTo(severity.priority(Duration.ofHours(1)));
        }
        assertThat(Severity.MINOR.priority(Duration.ofHours(1))).isEqualTo(Priority.LOW);
        assertThat(Severity.MAJOR.priority(Duration.ofMinutes(10))).isEqualTo(Priority.MEDIUM);
        assertThat(Severity.SEVERE.priority(Duration.ofMinutes(10))).isEqualTo(Priority.HIGH);
    }

    private static Sensor sensor(String name, String unit, @org.jspecify.annotations.Nullable ValueRange range) {
        return new Sensor(SensorId.of("pump", name), name, new Unit(unit), null, range);
    }
}
