package dev.watchkeeper.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.wire.RejectionReason;
import dev.watchkeeper.engine.wire.WireException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectionTest {
    @ParameterizedTest
    @EnumSource
    void readsTheHeadersThatItWrote(RejectionReason reason) throws WireException {
        Rejection rejection = rejection(reason);

        assertThat(Rejection.fromHeaders(rejection.toHeaders())).isEqualTo(rejection);
    }

    @Test
    void readsTheHeadersOfVersionOne() throws WireException {
        Map<String, String> headers = Map.of(
                "watchkeeper.reason", "unknown-sensor",
                "watchkeeper.detail", "Sensor P-101/x is not described.",
                "watchkeeper.topic", "readings",
                "watchkeeper.partition", "3",
                "watchkeeper.offset", "4711",
                "watchkeeper.rejected-at", "2026-01-31T12:00:00.123456Z",
                "traceparent", "of someone else");

        assertThat(Rejection.fromHeaders(headers))
                .isEqualTo(new Rejection(
                        RejectionReason.UNKNOWN_SENSOR,
                        "Sensor P-101/x is not described.",
                        "readings",
                        3,
                        4711,
                        Instant.parse("2026-01-31T12:00:00.123456Z")));
    }

    @Test
    void namesTheHeaderThatIsMissing() {
        Map<String, String> headers =
                new HashMap<>(rejection(RejectionReason.WRONG_TYPE).toHeaders());
        headers.remove("watchkeeper.offset");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Rejection.fromHeaders(headers))
                .withMessage("Header watchkeeper.offset is missing.");
    }

    @Test
    void refusesAReasonThatIsNotKnown() {
        Map<String, String> headers =
                new HashMap<>(rejection(RejectionReason.WRONG_TYPE).toHeaders());
        headers.put("watchkeeper.reason", "dislike");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Rejection.fromHeaders(headers))
                .withMessageContaining("dislike");
    }

    private static Rejection rejection(RejectionReason reason) {
        return Rejection.of(
                new Refusal(reason, "Größe stimmt nicht."), "readings", 0, 17, Instant.parse("2026-01-31T12:00:00Z"));
    }
}
