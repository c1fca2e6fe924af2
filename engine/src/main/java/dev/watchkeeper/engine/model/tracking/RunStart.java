package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.Map;

/**
 * A training that begins.
 *
 * @param modelNumber which version of the asset's model it is to make; from 1 on
 * @param startedBy the user, or what started it by itself
 * @param params by name, as {@link TrackedNames} allows them
 */
public record RunStart(
        AssetId asset, int modelNumber, Instant startedAt, String startedBy, Map<String, String> params) {
    /** @throws IllegalArgumentException when the number is below 1, nobody started it, or a parameter is not allowed */
    public RunStart {
        if (modelNumber < 1 || startedBy.isBlank()) {
            throw new IllegalArgumentException(
                    "run for version " + modelNumber + " of the model of " + asset + ", started by " + startedBy);
        }
        params = TrackedNames.checked(params);
        startedAt = Instant.ofEpochMilli(startedAt.toEpochMilli());
    }
}
