package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An episode of one detector in a comparison.
 *
 * @param subject the sensor, or what stands for the asset as a whole
 * @param openedAt event time of the sample that opened it
 * @param closedAt event time of the sample that closed it; null while it is open
 * @param peakScore the highest score that it told of, in [0, 1]
 */
public record ShadowEpisode(
        Role role,
        SensorId subject,
        Instant openedAt,
        @Nullable Instant closedAt,
        double peakScore) {
    public boolean isOpen() {
        return closedAt == null;
    }
}
