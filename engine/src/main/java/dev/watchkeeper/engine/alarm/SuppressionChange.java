package dev.watchkeeper.engine.alarm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record of what was suppressed: never changed once written.
 *
 * @param by the user, or {@link AlarmLogic#ENGINE} where clock or logic acted
 * @param at clock time
 * @param nowOrNull the suppression that stands now in the slot of the trigger; null where it has ended
 */
public record SuppressionChange(
        AlarmSource source,
        SuppressionTrigger trigger,
        String by,
        String why,
        Instant at,
        @Nullable Suppression nowOrNull) {
    public Optional<Suppression> now() {
        return Optional.ofNullable(nowOrNull);
    }
}
