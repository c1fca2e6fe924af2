package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cards of all assets. Thread-safe: changes are made one after the other under one lock, and listeners hear of them in
 * that order while it is held; one that throws is logged. A card is read without the lock.
 */
final class CardBoard {
    private static final Logger LOG = LoggerFactory.getLogger(CardBoard.class);

    private final Map<AssetId, AssetModels> models = new TreeMap<>();
    private final Map<AssetId, ModelCard> cards = new ConcurrentHashMap<>();
    private final List<Consumer<ModelCard>> listeners = new CopyOnWriteArrayList<>();

    ModelCard card(AssetId asset) {
        ModelCard card = cards.get(asset);
        return card != null ? card : new AssetModels(asset).card();
    }

    /** The assets of which anything is known, by name. */
    synchronized List<AssetId> assets() {
        return List.copyOf(models.keySet());
    }

    /** Changes an asset's models, or looks at them; listeners hear of it when the card is another then. */
    synchronized <T> T change(AssetId asset, Function<AssetModels, T> change) {
        AssetModels changed = models.computeIfAbsent(asset, AssetModels::new);
        T result = change.apply(changed);
        ModelCard after = changed.card();
        if (!after.equals(cards.put(asset, after))) {
            listeners.forEach(listener -> tell(listener, after));
        }
        return result;
    }

    /** As {@link #change}, with nothing to tell. */
    void update(AssetId asset, Consumer<AssetModels> change) {
        change(asset, models -> {
            change.accept(models);
            return true;
        });
    }

    Subscription onChange(Consumer<ModelCard> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void tell(Consumer<ModelCard> listener, ModelCard card) {
        try {
            listener.accept(card);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on the model of {}", card.asset(), e);
        }
    }
}
