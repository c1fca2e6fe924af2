package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;

/** A reading on the readings topic. */
public record ReadingRecord(Reading reading) implements StreamRecord {
    @Override
    public AssetId asset() {
        return reading.sensor().asset();
    }
}
