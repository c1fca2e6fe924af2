package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.screen.Telling;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.List;
import java.util.Map;

/** Notifications as the screen of settings sees them. Thread-safe; each method may wait for a disk. */
public interface NotificationDesk extends Telling {
    /**
     * Keeps other settings and follows them from now on.
     *
     * @throws dev.watchkeeper.engine.secret.SecretException when a secret cannot be kept; then nothing has changed
     */
    void save(NotifySettings settings);

    /** Where secrets are kept, such as "in the keychain of this computer". */
    String secretsAre();

    /** The newest lines of the delivery log, the newest first. */
    List<DeliveryTry> log(int most);

    /** Messages that were given up, the newest first. */
    List<OutboxItem> dead(int most);

    Map<OutboxItem.State, Long> counts();

    /** Lets a message that was given up be sent again. */
    void revive(String item);
}
