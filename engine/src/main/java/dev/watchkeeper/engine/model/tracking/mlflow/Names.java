package dev.watchkeeper.engine.model.tracking.mlflow;

import dev.watchkeeper.engine.signal.AssetId;

/** What things are called at an MLflow server. */
final class Names {
    /** The tag of a run by which it is found again. */
    static final String RUN_TAG = "watchkeeper.run_id";

    static final String ASSET_TAG = "watchkeeper.asset";
    static final String NUMBER_TAG = "watchkeeper.model_number";

    private Names() {}

    /** Of an asset's experiment and registered model. MLflow allows no colon in it, so that becomes {@code %3A}. */
    static String of(MlflowSettings settings, AssetId asset) {
        return settings.prefix() + asset.value().replace("%", "%25").replace(":", "%3A");
    }
}
