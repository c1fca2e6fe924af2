package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes what a server said fit for the log: one line, and without the secret even if the server repeats it. */
final class Answers {
    private static final String MASK = "••••••";

    private Answers() {}

    static String clean(String answer, Secret secret) {
        String text = answer;
        if (!secret.isEmpty()) {
            String value = secret.reveal();
            String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
            text = text.replace(value, MASK).replace(encoded, MASK);
        }
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** What an exception says, or what kind it is when it says nothing. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
