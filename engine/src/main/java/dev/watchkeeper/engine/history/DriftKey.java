package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Optional;

/** Names a drift curve; written as {@code asset/sensor/feature}, which is unambiguous because no name holds a slash. */
record DriftKey(SensorId sensor, DriftFeature feature) {
    /** What {@link #toString} wrote; empty when there is no such feature here. */
    static Optional<DriftKey> parse(String text) {
        int slash = text.lastIndexOf('/');
        return DriftFeature.ofCode(text.substring(slash + 1))
                .map(feature -> new DriftKey(SensorId.parse(text.substring(0, slash)), feature));
    }

    /** What the keys of an asset begin with. */
    static String prefix(AssetId asset) {
        return asset.value() + "/";
    }

    @Override
    public String toString() {
        return sensor + "/" + feature.code();
    }
}
