package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.signal.AssetId;

/** What a record on the detections topic holds. Its key is the asset. */
public sealed interface DetectionRecord permits DetectionMessage, RunSummary {
    /** The asset that the record is about. */
    AssetId asset();
}
