package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.List;
import java.util.stream.Collectors;

/** Recipients as something to choose, and in words. */
final class People {
    private People() {}

    static List<Field.Choice> choices(NotifySettings settings) {
        return settings.recipients().stream()
                .map(each -> new Field.Choice(each.id(), words(each, settings)))
                .toList();
    }

    private static String words(Recipient recipient, NotifySettings settings) {
        return recipient.user() + " · "
                + settings.channel(recipient.channel()).map(ChannelEntry::label).orElse(recipient.channel());
    }

    /** The recipients of these ids, such as "ada · Operations mail, ben · SMS". */
    static String words(List<String> ids, NotifySettings settings) {
        return ids.stream()
                .map(id -> settings.recipient(id)
                        .map(each -> words(each, settings))
                        .orElse(id))
                .collect(Collectors.joining(", "));
    }
}
