package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;

/** Keeps the descriptions of assets. Thread-safe; what is saved survives the end of the process. */
public interface AssetBook {
    /** Every asset, in no order in particular; its sensors in the order in which they are shown. */
    List<Asset> all();

    /** Puts an asset in the place of what was known of it. */
    void save(Asset asset);

    /** Forgets an asset and its sensors; one that is not there is no matter. */
    void remove(AssetId id);
}
