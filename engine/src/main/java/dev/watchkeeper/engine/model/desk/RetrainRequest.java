package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a training.
 *
 * @param by the user; {@link Models#ENGINE} where the policy asks
 * @param spanOrNull event time to train and measure on; null to have it chosen
 */
public record RetrainRequest(
        String by, RetrainCause cause, @Nullable TimeSpan spanOrNull) {
    /** @throws IllegalArgumentException when nobody asks */
    public RetrainRequest {
        if (by.isBlank()) {
            throw new IllegalArgumentException("a request for training names who asks");
        }
    }

    /** A user asks, and leaves it to the desk what to train on. */
    public static RetrainRequest manual(String by) {
        return new RetrainRequest(by, RetrainCause.MANUAL, null);
    }

    public Optional<TimeSpan> span() {
        return Optional.ofNullable(spanOrNull);
    }
}
