package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.signal.AssetId;

/** What a record on the readings topic holds. Its key is the asset. */
public sealed interface StreamRecord permits ReadingRecord, EndOfRun {
    /** The asset that the record is about. */
    AssetId asset();
}
