package dev.watchkeeper.engine.notify.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try to send a message.
 *
 * @param answer what the server said, or what went wrong, in words; never a secret
 * @param reached the addresses for which the server has taken the message; they are not to be tried again
 * @param retryAfterOrNull how long the server asks to wait; null when it did not say
 */
public record Delivery(
        Outcome outcome,
        String answer,
        List<String> reached,
        @Nullable Duration retryAfterOrNull) {
    /** How a try can end. */
    public enum Outcome {
        /** The server has taken the message for every address. */
        SENT,
        /** The server refuses this message, or one of its addresses, for now; others may pass. */
        DEFERRED,
        /** The channel cannot be used: server away, too slow, too busy, or it refuses our password. None would pass. */
        UNAVAILABLE,
        /** The server will never take this message, or not for the addresses that are left. */
        REFUSED
    }

    private static final int LONGEST_ANSWER = 1_000;

    public Delivery {
        reached = List.copyOf(reached);
        answer = answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) + "…" : answer;
    }

    public static Delivery sent(String answer, List<String> reached) {
        return new Delivery(Outcome.SENT, answer, reached, null);
    }

    public static Delivery deferred(String answer) {
        return new Delivery(Outcome.DEFERRED, answer, List.of(), null);
    }

    public static Delivery unavailable(String answer) {
        return new Delivery(Outcome.UNAVAILABLE, answer, List.of(), null);
    }

    public static Delivery refused(String answer) {
        return new Delivery(Outcome.REFUSED, answer, List.of(), null);
    }

    /** The same, and these addresses were reached all the same. */
    public Delivery reaching(List<String> addresses) {
        return new Delivery(outcome, answer, addresses, retryAfterOrNull);
    }

    /** The same, and the server asks to wait that long. */
    public Delivery retryAfter(@Nullable Duration wait) {
        return new Delivery(outcome, answer, reached, wait);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfterOrNull);
    }
}
