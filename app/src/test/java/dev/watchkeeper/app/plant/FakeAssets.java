package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Assets in memory. */
public final class FakeAssets implements Assets {
    private final List<Asset> assets = new CopyOnWriteArrayList<>();

    public void add(Asset asset) {
        assets.add(asset);
    }

    /** Describes an asset anew. */
    public void replace(Asset asset) {
        assets.removeIf(each -> each.id().equals(asset.id()));
        assets.add(asset);
    }

    @Override
    public List<Asset> all() {
        return assets.stream()
                .sorted(Comparator.comparing(Asset::area).thenComparing(Asset::label))
                .toList();
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return assets.stream().filter(asset -> asset.id().equals(id)).findFirst();
    }

    @Override
    public long version() {
        return assets.size();
    }
}
