package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Gathers what is wrong with the fields of a settings record. One thread. */
final class Checks {
    /** The longest that a try to send may take. */
    static final Duration LONGEST_DEADLINE = Duration.ofMinutes(2);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[?[0-9A-Fa-f:.]+]?");
    private static final int LAST_PORT = 65_535;

    private final List<Problem> problems = new ArrayList<>();

    Checks that(boolean holds, String field, String advice) {
        if (!holds) {
            problems.add(new Problem(field, advice));
        }
        return this;
    }

    Checks host(String field, String host) {
        return that(
                HOST.matcher(host).matches(), field, "Enter the name of the server alone, such as mail.example.com.");
    }

    Checks port(String field, int port) {
        return that(port >= 1 && port <= LAST_PORT, field, "Enter a port from 1 to 65535.");
    }

    Checks deadline(String field, Duration deadline) {
        return that(
                deadline.toMillis() >= 100 && deadline.compareTo(LONGEST_DEADLINE) <= 0,
                field,
                "Choose a time between 0.1 s and 2 min.");
    }

    /** An address that is empty or of http or https; plain http only on this machine. */
    Checks endpoint(String field, String endpoint, boolean required) {
        if (endpoint.isEmpty()) {
            return that(!required, field, "Enter the address, such as https://hooks.example.com/alarms.");
        }
        try {
            URI uri = new URI(endpoint);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            that(
                    uri.getHost() != null && (scheme.equals("https") || scheme.equals("http")),
                    field,
                    "Enter a whole address that begins with https://.");
            that(uri.getUserInfo() == null, field, "Leave user and password out of the address.");
            that(
                    !scheme.equals("http") || uri.getHost() == null || onThisMachine(uri.getHost()),
                    field,
                    "Use https: what is sent over http can be read on its way. Only on this machine is http allowed.");
        } catch (URISyntaxException e) {
            that(
                    false,
                    field,
                    "This is no address: " + e.getReason() + ". Enter one such as https://hooks.example.com.");
        }
        return this;
    }

    private static boolean onThisMachine(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether a text is free of line ends and other control characters. */
    static boolean oneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
