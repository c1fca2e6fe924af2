package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.secret.Secret;
import java.time.Duration;
import java.util.List;

/**
 * A web address to which messages are posted as JSON.
 *
 * @param secret the key with which they are signed, of which the receiver has a copy
 * @param deadline for connecting and for the answer
 */
public record WebhookSettings(String url, Secret secret, Duration deadline) implements ChannelSettings {
    public static final WebhookSettings EMPTY = new WebhookSettings("", Secret.NONE, Duration.ofSeconds(10));

    /** The shortest key, in characters. */
    private static final int SHORTEST_KEY = 16;

    @Override
    public List<Problem> problems() {
        return new Checks()
                .endpoint("url", url, true)
                .that(
                        secret.reveal().length() >= SHORTEST_KEY,
                        "secret",
                        "Enter a key of at least 16 characters and give the receiver a copy.")
                .deadline("deadline", deadline)
                .problems();
    }

    @Override
    public List<String> addressProblems(String address) {
        return address.isEmpty() ? List.of() : List.of("Leave this empty: the address is that of the channel.");
    }

    @Override
    public WebhookSettings withSecret(Secret other) {
        return new WebhookSettings(url, other, deadline);
    }
}
