package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.Optional;

/** The assets that are known, with their sensors. Thread-safe. */
public interface Assets {
    /** By area, then by name. */
    List<Asset> all();

    Optional<Asset> find(AssetId id);

    /** Grows with each change, so that a screen can see cheaply whether to look again. */
    long version();
}
