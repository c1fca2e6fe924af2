package dev.watchkeeper.engine.notify.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What a status of HTTP comes to (RFC 9110, section 15). */
final class HttpVerdict {
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TIMED_OUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private HttpVerdict() {}

    /** Whether the status says that the request was done. */
    static boolean done(int status) {
        return status >= OK && status < REDIRECT;
    }

    /**
     * What a status that is no success comes to. What may be mended in the settings, such as a wrong key or address, makes
     * the channel unusable and keeps its messages; what lies in the message is refused.
     */
    static Delivery of(int status, String answer) {
        boolean message = status >= CLIENT_ERROR
                && status < SERVER_ERROR
                && status != UNAUTHORIZED
                && status != FORBIDDEN
                && status != NOT_FOUND
                && status != TIMED_OUT
                && status != TOO_EARLY
                && status != TOO_MANY;
        return message ? Delivery.refused(answer) : Delivery.unavailable(answer);
    }

    /** The wait that a Retry-After field asks for, in seconds or as a date; null when it cannot be read. At most an hour. */
    static @Nullable Duration retryAfter(String field, Instant now) {
        String text = field.strip();
        Duration wait;
        try {
            wait = text.chars().allMatch(Character::isDigit) && !text.isEmpty()
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
