package dev.watchkeeper.engine.live;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a device was not as it should be, in one state.
 *
 * @param status as it was when it began
 * @param untilOrNull when it was over or passed into another state; null while it goes on
 */
public record DeviceEpisode(DeviceStatus status, @Nullable Instant untilOrNull) {
    public Optional<Instant> until() {
        return Optional.ofNullable(untilOrNull);
    }
}
