package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.wire.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reading has to keep beside being well-formed: its time is plausible. A value is always finite, which
 * {@link Reading} itself sees to.
 *
 * @param ahead how far in the future of the clock a reading's time may lie
 * @param earliest readings from before this moment come from a device that does not know the time
 */
public record ReadingRules(Duration ahead, Instant earliest) {
    /** An hour ahead, because of clocks that are set wrong; nothing from before 1980, when GPS time begins. */
    public static final ReadingRules USUAL =
            new ReadingRules(Duration.ofHours(1), Instant.parse("1980-01-01T00:00:00Z"));

    /** @throws IllegalArgumentException when {@code ahead} is negative */
    public ReadingRules {
        if (ahead.isNegative()) {
            throw new IllegalArgumentException("ahead is negative: " + ahead);
        }
    }

    /**
     * Why the reading is refused; empty when it is accepted.
     *
     * @param now clock time
     */
    public Optional<Refusal> check(Reading reading, Instant now) {
        Instant time = reading.time();
        if (time.isBefore(earliest)) {
            return Optional.of(new Refusal(
                    RejectionReason.ANCIENT_TIME,
                    "The reading of " + reading.sensor() + " is of " + time + ", before " + earliest + "."));
        }
        if (time.isAfter(now.plus(ahead))) {
            return Optional.of(new Refusal(
                    RejectionReason.FUTURE_TIME,
                    "The reading of " + reading.sensor() + " is of " + time + ", more than " + ahead
                            + " ahead of the clock, which says " + now + "."));
        }
        return Optional.empty();
    }
}
