package dev.watchkeeper.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.wire.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void acceptsAReadingAnHourAheadOfTheClock() {
        assertThat(ReadingRules.USUAL.check(at(NOW.plusSeconds(3600)), NOW)).isEmpty();
    }

    @Test
    void refusesAReadingMoreThanAnHourAheadOfTheClock() {
        assertThat(ReadingRules.USUAL.check(at(NOW.plusMillis(3_600_001)), NOW))
                .get()
                .extracting(Refusal::reason)
                .isEqualTo(RejectionReason.FUTURE_TIME);
    }

    @Test
    void refusesAReadingFromBefore1980() {
        Instant last = Instant.parse("1979-12-31T23:59:59.999Z");

        assertThat(ReadingRules.USUAL.check(at(last), NOW))
                .get()
                .extracting(Refusal::reason)
                .isEqualTo(RejectionReason.ANCIENT_TIME);
        assertThat(ReadingRules.USUAL.check(at(last.plusMillis(1)), NOW)).isEmpty();
    }

    @Test
    void takesItsLimitsFromWhoeverMakesIt() {
        var strict = new ReadingRules(Duration.ZERO, NOW.minusSeconds(10));

        assertThat(strict.check(at(NOW), NOW)).isEmpty();
        assertThat(strict.check(at(NOW.plusMillis(1)), NOW)).isPresent();
        assertThat(strict.check(at(NOW.minusSeconds(11)), NOW)).isPresent();
    }

    private static Reading at(Instant time) {
        return Reading.good(SensorId.of("P-101", "flow"), time, 1);
    }
}
