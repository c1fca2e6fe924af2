package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notifications as the screen of settings sees them. Thread-safe; each method may wait for a disk, {@link #test} for a server. */
public interface NotificationDesk {
    /** Why nothing can be read or set now, as a sentence; empty when it can. Until then the other methods throw {@link IllegalStateException}. */
    Optional<String> closed();

    NotifySettings settings();

    /**
     * Keeps other settings and follows them from now on.
     *
     * @throws dev.watchkeeper.engine.secret.SecretException when a secret cannot be kept; then nothing has changed
     */
    void save(NotifySettings settings);

    /** Where secrets are kept, such as "in the keychain of this computer". */
    String secretsAre();

    /** Sends a test message and waits for the server's answer. */
    Delivery test(String label, ChannelSettings settings, String address);

    /** The newest lines of the delivery log, the newest first. */
    List<DeliveryTry> log(int most);

    /** Messages that were given up, the newest first. */
    List<OutboxItem> dead(int most);

    Map<OutboxItem.State, Long> counts();

    /** Lets a message that was given up be sent again. */
    void revive(String item);
}
