package dev.watchkeeper.engine.notify.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.secret.Secret;
import java.util.List;

/**
 * What a channel needs to know. Holds what was typed, right or wrong: {@link #problems} says what is wrong, field by field.
 * Each kind has one secret, which neither {@code toString} nor JSON shows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EmailSettings.class, name = "email"),
    @JsonSubTypes.Type(value = TwilioSettings.class, name = "twilio"),
    @JsonSubTypes.Type(value = WebhookSettings.class, name = "webhook"),
    @JsonSubTypes.Type(value = SnsSettings.class, name = "sns"),
    @JsonSubTypes.Type(value = DesktopSettings.class, name = "desktop")
})
public sealed interface ChannelSettings
        permits EmailSettings, TwilioSettings, WebhookSettings, SnsSettings, DesktopSettings {
    /** What has to be mended before the channel can be used; empty when it can. */
    List<Problem> problems();

    /** What is wrong with an address of a recipient, as a sentence with advice; empty when nothing is. */
    List<String> addressProblems(String address);

    Secret secret();

    /** The same with another secret. */
    ChannelSettings withSecret(Secret secret);

    /** Whether one message may go to several addresses at once. */
    default boolean severalAddresses() {
        return false;
    }
}
