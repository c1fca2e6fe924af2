package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.signal.AssetId;

/** What the detection job tells of the models that it runs. It may tell the same again after a restart. */
public sealed interface DeploymentNews permits Takeover, Refused, ShadowReport {
    AssetId asset();
}
