package dev.watchkeeper.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownSensorsTest {
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final SensorId SPEED = SensorId.of("P-101", "speed");
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Asset PUMP =
            new Asset(new AssetId("P-101"), "Pump", "", List.of(Sensor.named(FLOW), Sensor.named(SPEED)));

    private final UnknownSensors<String> unknown = new UnknownSensors<>(Duration.ofSeconds(10), 3);

    @Test
    void releasesInOrderWhatTheDescriptionNames() {
        unknown.offer(FLOW, "first", NOW);
        unknown.offer(SensorId.of("P-101", "other"), "stays", NOW);
        unknown.offer(SPEED, "second", NOW);

        List<String> released = unknown.release(PUMP);

        assertThat(released).containsExactly("first", "second");
        assertThat(unknown.contents()).extracting(UnknownSensors.Held::reading).containsExactly("stays");
    }

    @Test
    void expiresWhatNobodyDescribedWithinTheGrace() {
        unknown.offer(FLOW, "first", NOW);
        unknown.offer(FLOW, "second", NOW.plusSeconds(1));

        assertThat(unknown.nextExpiry()).contains(NOW.plusSeconds(10));
        assertThat(unknown.expire(NOW.plusMillis(9_999))).isEmpty();
        assertThat(unknown.expire(NOW.plusSeconds(10))).containsExactly("first");
        assertThat(unknown.nextExpiry()).contains(NOW.plusSeconds(11));
        assertThat(unknown.expire(NOW.plusSeconds(11))).containsExactly("second");
        assertThat(unknown.nextExpiry()).isEmpty();
    }

    @Test
    void holdsNoMoreThanItsBound() {
        assertThat(unknown.offer(FLOW, "1", NOW)).isTrue();
        assertThat(unknown.offer(FLOW, "2", NOW)).isTrue();
        assertThat(unknown.offer(FLOW, "3", NOW)).isTrue();

        assertThat(unknown.offer(FLOW, "4", NOW)).isFalse();

        assertThat(unknown.release(PUMP)).containsExactly("1", "2", "3");
        assertThat(unknown.offer(FLOW, "5", NOW)).isTrue();
    }

    @Test
    void goesOnElsewhereFromItsContents() {
        unknown.offer(FLOW, "first", NOW);
        unknown.offer(SPEED, "second", NOW.plusSeconds(5));
        var other = new UnknownSensors<String>(Duration.ofSeconds(10), 3);
        other.offer(FLOW, "forgotten", NOW);

        other.restore(unknown.contents());

        assertThat(other.expire(NOW.plusSeconds(10))).containsExactly("first");
        assertThat(other.release(PUMP)).containsExactly("second");
    }
}
