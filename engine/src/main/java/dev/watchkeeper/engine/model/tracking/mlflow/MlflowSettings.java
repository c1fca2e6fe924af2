package dev.watchkeeper.engine.model.tracking.mlflow;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an MLflow server is and how to speak to it.
 *
 * @param server its address, with http or https and whatever path it is served under, such as {@code http://mlflow:5000}
 * @param token sent as bearer token; empty where none
 * @param user sent with the password; empty where none, and then the token counts
 * @param password of the user
 * @param prefix what the names of experiments and registered models begin with, before the asset's
 * @param deadline how long an answer may take; uploads of files may take a second for each 250 kB longer
 */
public record MlflowSettings(URI server, String token, String user, String password, String prefix, Duration deadline) {
    /** What names begin with where nobody chose otherwise. */
    public static final String USUAL_PREFIX = "watchkeeper-";
    /** How long an answer may take where nobody chose otherwise. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(15);

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_\\-. ]{0,64}");

    /** @throws IllegalArgumentException when something is not usable; the message holds no secret */
    public MlflowSettings {
        String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || server.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of an MLflow server begins with http:// or https:// and a host's name.");
        }
        if (server.getUserInfo() != null || server.getQuery() != null || server.getFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of an MLflow server holds no user, question mark or hash; user and password have their own fields.");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "The prefix of experiments may have up to 64 letters, digits, spaces, points, hyphens and underscores.");
        }
        if (deadline.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "The deadline of an MLflow server must be longer than " + deadline + ".");
        }
        server = URI.create(server.toString().replaceAll("/+$", ""));
    }

    /** A server that asks for no secret. */
    public static MlflowSettings of(URI server) {
        return new MlflowSettings(server, "", "", "", USUAL_PREFIX, USUAL_DEADLINE);
    }

    /** Names the server and what is kept there, and no secret. */
    String key() {
        return server + " " + prefix;
    }

    /** What goes into the header {@code Authorization}. */
    Optional<String> authorization() {
        if (!user.isEmpty()) {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    }

    @Override
    public String toString() {
        return "MLflow at " + server + " as " + (user.isEmpty() ? token.isEmpty() ? "nobody" : "a token" : user)
                + ", prefix '" + prefix + "', deadline " + deadline;
    }
}
