package dev.watchkeeper.engine.notify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notice in words, ready to be sent.
 *
 * @param id the same for every try to send it, so that a receiver can tell a second copy
 * @param subject one line without control characters
 * @param text all of it, in lines
 * @param shortText asset, cause, action and code, in at most 160 characters where the words allow
 * @param ackOrNull how to acknowledge; null when there is nothing to acknowledge
 */
public record Message(
        String id,
        Notice notice,
        String subject,
        String text,
        String shortText,
        @Nullable AckOffer ackOrNull) {
    public Optional<AckOffer> ack() {
        return Optional.ofNullable(ackOrNull);
    }
}
