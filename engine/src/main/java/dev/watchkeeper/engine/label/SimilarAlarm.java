package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.Alarm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An earlier alarm of the same asset to which the same sensors contributed.
 *
 * @param similarity the cosine of the angle between both alarms' contributions, in [0, 1]
 * @param labelOrNull what it was said to be; null while nobody has said
 */
public record SimilarAlarm(
        Alarm alarm, double similarity, @Nullable LabelKind labelOrNull) {
    public Optional<LabelKind> label() {
        return Optional.ofNullable(labelOrNull);
    }
}
