package dev.watchkeeper.engine.notify.channel;

import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;

/** Makes channels of their settings. Thread-safe. */
public final class ChannelFactory {
    private final InstantSource clock;
    private final Desktop desktop;
    private final SSLSocketFactory tls;

    /**
     * A factory.
     *
     * @param tls for mail servers; it decides which certificates are trusted
     */
    public ChannelFactory(InstantSource clock, Desktop desktop, SSLSocketFactory tls) {
        this.clock = clock;
        this.desktop = desktop;
        this.tls = tls;
    }

    /**
     * Opens a channel; nothing is sent yet.
     *
     * @throws IllegalArgumentException when the settings have problems; the message names the first
     */
    public Channel open(ChannelSettings settings) {
        settings.problems().stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException(problem.field() + ": " + problem.advice());
        });
        if (settings instanceof EmailSettings email) {
            return new EmailChannel(email, tls);
        }
        if (settings instanceof TwilioSettings twilio) {
            return new TwilioChannel(twilio, clock);
        }
        if (settings instanceof WebhookSettings webhook) {
            return new WebhookChannel(webhook, clock);
        }
        if (settings instanceof SnsSettings sns) {
            return new SnsChannel(sns);
        }
        return new DesktopChannel(desktop);
    }
}
