package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.Optional;

/** A plant of which nothing is described. */
public record NoAssets() implements Assets {
    @Override
    public List<Asset> all() {
        return List.of();
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return Optional.empty();
    }

    @Override
    public long version() {
        return 0;
    }
}
