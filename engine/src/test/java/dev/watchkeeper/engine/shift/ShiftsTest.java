package dev.watchkeeper.engine.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-17T02:12:40Z, 2026-03-17T05:00:00Z",
        "2026-03-17T05:00:00Z, 2026-03-17T13:00:00Z",
        "2026-03-17T22:30:00Z, 2026-03-18T05:00:00Z",
        // The clocks go forward in this night: it is an hour shorter.
        "2026-03-28T21:30:00Z, 2026-03-29T04:00:00Z"
    })
    void aShiftEndsWhenTheNextBeginsByLocalTime(Instant now, Instant end) {
        assertThat(Shifts.STANDARD.endOf(now, BERLIN)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-17T02:12:40Z, 2026-03-16T21:00:00Z",
        "2026-03-17T05:00:00Z, 2026-03-17T05:00:00Z",
        "2026-03-17T04:59:59Z, 2026-03-16T21:00:00Z"
    })
    void aShiftBeganWhenTheLastBeginningWas(Instant now, Instant start) {
        assertThat(Shifts.STANDARD.startOf(now, BERLIN)).isEqualTo(start);
    }

    @Test
    void withoutAShiftThereIsNoEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shifts(List.of()));
    }
}
