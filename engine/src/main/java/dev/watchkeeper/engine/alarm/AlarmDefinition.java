package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.Guidance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has laid down for the alarms of a source. What is null is left to the usual way.
 *
 * @param enabled whether it may raise alarms
 * @param rarestPerDay a detection is worth an alarm when normal operation is expected to score as high at most so often a
 *     day; infinite where each is
 */
public record AlarmDefinition(
        boolean enabled,
        double rarestPerDay,
        @Nullable Priority priorityOrNull,
        @Nullable Guidance guidanceOrNull,
        @Nullable String messageOrNull,
        AlarmTraits traits) {
    /** Nothing is laid down but the traits. */
    public static AlarmDefinition usual(AlarmTraits traits) {
        return new AlarmDefinition(true, Double.POSITIVE_INFINITY, null, null, null, traits);
    }

    public Optional<Priority> priority() {
        return Optional.ofNullable(priorityOrNull);
    }

    public Optional<Guidance> guidance() {
        return Optional.ofNullable(guidanceOrNull);
    }

    public Optional<String> message() {
        return Optional.ofNullable(messageOrNull);
    }
}
