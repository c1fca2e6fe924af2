package dev.watchkeeper.stream.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant FIRST = Instant.parse("2025-03-03T00:00:00Z");

    @Test
    void atRealPaceAReadingIsDueAsLongAfterTheFirstAsItWasRecorded() {
        assertThat(Pace.REAL.dueAfter(FIRST, FIRST.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void atThirtyTimesThePaceAMinuteTakesTwoSeconds() {
        assertThat(new Pace(30).dueAfter(FIRST, FIRST.plusSeconds(60))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void atFullSpeedAndForReadingsOutOfOrderNothingIsWaitedFor() {
        assertThat(Pace.MAX.dueAfter(FIRST, FIRST.plusSeconds(60))).isZero();
        assertThat(Pace.REAL.dueAfter(FIRST, FIRST.minusSeconds(60))).isZero();
    }

    @Test
    void aPaceOfNothingIsRefused() {
        assertThatThrownBy(() -> new Pace(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
