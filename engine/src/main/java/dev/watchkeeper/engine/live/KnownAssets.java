package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The assets of a book, in memory, so that screens and the alarm desk can look at them at any time.
 *
 * <p>Thread-safe. A change is in the book before it can be seen here; when the book fails, nothing has changed.
 */
public final class KnownAssets implements Assets {
    private static final Comparator<Asset> BY_AREA_AND_NAME =
            Comparator.comparing(Asset::area).thenComparing(Asset::label).thenComparing(Asset::id);

    private final AssetBook book;
    private final Map<AssetId, Asset> assets = new ConcurrentHashMap<>();
    private volatile Shown shown;

    /** Takes up what the book holds. */
    public KnownAssets(AssetBook book) {
        this.book = book;
        book.all().forEach(asset -> assets.put(asset.id(), asset));
        shown = new Shown(1, sorted());
    }

    /** Puts an asset in the place of what was known of it. An asset that is already known exactly so changes nothing. */
    public synchronized void save(Asset asset) {
        if (asset.equals(assets.get(asset.id()))) {
            return;
        }
        book.save(asset);
        assets.put(asset.id(), asset);
        show();
    }

    /** Forgets an asset and its sensors. */
    public synchronized void remove(AssetId id) {
        book.remove(id);
        if (assets.remove(id) != null) {
            show();
        }
    }

    @Override
    public List<Asset> all() {
        return shown.assets;
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return Optional.ofNullable(assets.get(id));
    }

    @Override
    public long version() {
        return shown.version;
    }

    private void show() {
        shown = new Shown(shown.version + 1, sorted());
    }

    private List<Asset> sorted() {
        return assets.values().stream().sorted(BY_AREA_AND_NAME).toList();
    }

    private record Shown(long version, List<Asset> assets) {}
}
