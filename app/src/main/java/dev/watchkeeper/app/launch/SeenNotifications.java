package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.settings.NotificationDesk;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.NotifyConfig;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretName;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notifications of another process, seen by its database and without its secrets. Changes nothing. */
final class SeenNotifications implements NotificationDesk {
    private final Store store;

    SeenNotifications(Store store) {
        this.store = store;
    }

    @Override
    public Optional<String> closed() {
        return Optional.empty();
    }

    @Override
    public NotifySettings settings() {
        return new NotifyConfig(store.settings(), new NoSecrets()).get();
    }

    @Override
    public String secretsAre() {
        return "by the other process";
    }

    @Override
    public List<DeliveryTry> log(int most) {
        return store.outbox().log(most);
    }

    @Override
    public List<OutboxItem> dead(int most) {
        return store.outbox().newest(OutboxItem.State.DEAD, most);
    }

    @Override
    public Map<OutboxItem.State, Long> counts() {
        return store.outbox().counts();
    }

    @Override
    public void save(NotifySettings settings) {
        throw onlyLooked();
    }

    @Override
    public Delivery test(String label, ChannelSettings settings, String address) {
        throw onlyLooked();
    }

    @Override
    public void revive(String item) {
        throw onlyLooked();
    }

    private static UnsupportedOperationException onlyLooked() {
        return new UnsupportedOperationException("a Watchkeeper that runs in another process is only looked at");
    }

    private record NoSecrets() implements SecretStore {
        @Override
        public Optional<Secret> find(SecretName name) {
            return Optional.empty();
        }

        @Override
        public void put(SecretName name, Secret secret) {
            throw onlyLooked();
        }

        @Override
        public void remove(SecretName name) {
            throw onlyLooked();
        }

        @Override
        public String where() {
            return "by the other process";
        }
    }
}
