package dev.watchkeeper.engine.notify.outbox;

import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Recipient;
import java.time.Instant;
import java.util.List;

/**
 * A notice on its way over a channel.
 *
 * @param id derived from the notice and the recipients, so that it is written once however often it is derived
 * @param recipients those who are still to be reached, all of the same channel
 * @param tries how often sending was tried
 * @param nextTry not before this moment
 * @param holdsChannel whether the channel was unusable at the last try, so that what was written later waits too
 * @param reason the server's last answer, or why it was given up; empty before the first try
 */
public record OutboxItem(
        String id,
        String channel,
        List<Recipient> recipients,
        Notice notice,
        State state,
        Instant writtenAt,
        int tries,
        Instant nextTry,
        boolean holdsChannel,
        String reason) {
    /** Where a message is on its way. */
    public enum State {
        WAITING,
        SENT,
        /** Given up after a refusal, or too many tries, or too long a time. */
        DEAD,
        /** Not sent because the alarm had been acknowledged before. */
        WITHDRAWN
    }

    public OutboxItem {
        recipients = List.copyOf(recipients);
    }

    /** One that is to be sent at once. */
    public static OutboxItem of(Notice notice, List<Recipient> recipients, Instant now) {
        String channel = recipients.get(0).channel();
        return new OutboxItem(
                notice.id() + "@" + channel + "/"
                        + String.join(
                                "+", recipients.stream().map(Recipient::id).toList()),
                channel,
                recipients,
                notice,
                State.WAITING,
                now,
                0,
                now,
                false,
                "");
    }
}
