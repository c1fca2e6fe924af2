package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the screen shows, read at one moment.
 *
 * @param closed why nothing can be read now; empty when it can, and else all the rest is empty
 * @param secretsAre where secrets are kept, in words
 * @param log the newest first
 * @param dead ids of messages that were given up
 */
record SettingsPicture(
        String closed,
        NotifySettings settings,
        String secretsAre,
        List<DeliveryTry> log,
        Set<String> dead,
        Map<OutboxItem.State, Long> counts) {
    private static final int MOST_TRIES = 200;

    SettingsPicture {
        log = List.copyOf(log);
        dead = Set.copyOf(dead);
        counts = Map.copyOf(counts);
    }

    static SettingsPicture read(NotificationDesk desk) {
        return desk.closed()
                .map(why -> new SettingsPicture(why, NotifySettings.NONE, "", List.of(), Set.of(), Map.of()))
                .orElseGet(() -> new SettingsPicture(
                        "",
                        desk.settings(),
                        desk.secretsAre(),
                        desk.log(MOST_TRIES),
                        desk.dead(MOST_TRIES).stream().map(OutboxItem::id).collect(Collectors.toSet()),
                        desk.counts()));
    }
}
