package dev.watchkeeper.engine.model.tracking.mlflow;

import dev.watchkeeper.engine.settings.Setting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where runs are kept besides the local store.
 *
 * @param mlflowOrNull null: nowhere
 */
public record TrackingSettings(@Nullable MlflowSettings mlflowOrNull) {
    /** Nowhere. */
    public static final TrackingSettings LOCAL = new TrackingSettings(null);
    /** As it is kept among the settings. */
    public static final Setting<TrackingSettings> SETTING =
            new Setting<>("models.tracking", TrackingSettings.class, LOCAL);

    public Optional<MlflowSettings> mlflow() {
        return Optional.ofNullable(mlflowOrNull);
    }
}
