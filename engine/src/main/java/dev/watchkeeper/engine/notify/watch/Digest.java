package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes messages of notices that were held back: for each channel one, told to all who are to read the same. One thread. */
final class Digest {
    private final Router router;
    private final Instant now;
    private final Map<Recipient, List<Held>> byRecipient = new LinkedHashMap<>();

    /** What one group of recipients of a channel reads. */
    private record Group(String channel, List<Notice> notices) {}

    Digest(Router router, Instant now) {
        this.router = router;
        this.now = now;
    }

    /** Takes a notice, unless its recipient is in quiet hours. One for a recipient who is gone is taken and told to nobody. */
    void add(Held held) {
        if (router.quietUntil(held.recipient(), held.notice().priority(), now).isEmpty()) {
            byRecipient
                    .computeIfAbsent(held.recipient(), recipient -> new ArrayList<>())
                    .add(held);
        }
    }

    List<Held> told() {
        return byRecipient.values().stream().flatMap(List::stream).toList();
    }

    Set<String> channels() {
        Set<String> channels = new LinkedHashSet<>();
        byRecipient.keySet().forEach(recipient -> channels.add(recipient.channel()));
        return channels;
    }

    List<OutboxItem> messages() {
        Map<Group, List<Recipient>> groups = new LinkedHashMap<>();
        byRecipient.forEach((recipient, held) -> {
            if (!router.known(List.of(recipient.id())).isEmpty()) {
                List<Notice> notices = held.stream().map(Held::notice).toList();
                groups.computeIfAbsent(new Group(recipient.channel(), notices), group -> new ArrayList<>())
                        .add(recipient);
            }
        });
        List<OutboxItem> messages = new ArrayList<>();
        groups.forEach((group, recipients) -> {
            if (group.notices().size() == 1) {
                recipients.forEach(
                        each -> messages.add(OutboxItem.of(group.notices().get(0), List.of(each), now)));
            } else {
                Notice digest = Notices.digest(
                        "digest/" + group.channel() + "/" + now, group.notices(), "that were held back", now);
                messages.add(OutboxItem.of(digest, recipients, now));
            }
        });
        return messages;
    }
}
