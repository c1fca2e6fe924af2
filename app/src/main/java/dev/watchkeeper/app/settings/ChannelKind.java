package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.DesktopSettings;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import dev.watchkeeper.engine.notify.channel.EmailSettings.Security;
import dev.watchkeeper.engine.notify.channel.SnsSettings;
import dev.watchkeeper.engine.notify.channel.TwilioSettings;
import dev.watchkeeper.engine.notify.channel.WebhookSettings;
import dev.watchkeeper.engine.secret.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of channels, each with the fields that its settings have. */
enum ChannelKind {
    EMAIL("E-mail", "E-mail address", "ada@example.com"),
    SMS("SMS (Twilio)", "Telephone number", "+4915112345678"),
    WEBHOOK("Webhook", "", ""),
    SNS("Amazon SNS", "Topic or telephone number", "arn:aws:sns:eu-central-1:123456789012:alarms"),
    DESKTOP("Desktop", "", "");

    private static final Duration UNREADABLE = Duration.ZERO;
    private static final List<Field.Choice> SECURITIES = List.of(
            new Field.Choice(Security.STARTTLS_REQUIRED.name(), "STARTTLS required (587)"),
            new Field.Choice(Security.STARTTLS_OPTIONAL.name(), "STARTTLS if offered"),
            new Field.Choice(Security.TLS.name(), "TLS (465)"),
            new Field.Choice(Security.NONE.name(), "None"));

    private final String label;
    private final String addressLabel;
    private final String addressHint;

    ChannelKind(String label, String addressLabel, String addressHint) {
        this.label = label;
        this.addressLabel = addressLabel;
        this.addressHint = addressHint;
    }

    String label() {
        return label;
    }

    /** What an address is called; empty where the channel leads to one place only. */
    String addressLabel() {
        return addressLabel;
    }

    String addressHint() {
        return addressHint;
    }

    static List<Field.Choice> choices() {
        return Arrays.stream(values())
                .map(kind -> new Field.Choice(kind.name(), kind.label))
                .toList();
    }

    static ChannelKind of(ChannelSettings settings) {
        return switch (settings) {
            case EmailSettings email -> EMAIL;
            case TwilioSettings twilio -> SMS;
            case WebhookSettings webhook -> WEBHOOK;
            case SnsSettings sns -> SNS;
            case DesktopSettings desktop -> DESKTOP;
        };
    }

    /** The fields, named as the settings' components are. */
    List<Field> fields(String secretHint) {
        return switch (this) {
            case EMAIL ->
                List.of(
                        Field.text("host", "Server", "mail.example.com"),
                        Field.text("port", "Port", "587"),
                        Field.one("security", "Security", SECURITIES),
                        Field.text("from", "From", "Watchkeeper <watch@example.com>"),
                        Field.text("user", "User", "none"),
                        Field.secret("secret", "Password", secretHint),
                        Field.text("deadline", "Wait at most (s)", "20"));
            case SMS ->
                List.of(
                        Field.text("account", "Account SID", "AC…"),
                        Field.secret("secret", "Auth token", secretHint),
                        Field.text("from", "From", "+4930123456"),
                        Field.text("endpoint", "Server", "api.twilio.com"),
                        Field.text("deadline", "Wait at most (s)", "20"));
            case WEBHOOK ->
                List.of(
                        Field.text("url", "Address", "https://hooks.example.com/alarms"),
                        Field.secret("secret", "Signing key", secretHint),
                        Field.text("deadline", "Wait at most (s)", "10"));
            case SNS ->
                List.of(
                        Field.text("region", "Region", "eu-central-1"),
                        Field.text("accessKeyId", "Access key ID", "that of this machine"),
                        Field.secret("secret", "Secret access key", secretHint),
                        Field.text("endpoint", "Server", "Amazon's"),
                        Field.text("deadline", "Wait at most (s)", "20"));
            case DESKTOP -> List.of();
        };
    }

    /** What stands in the fields for some settings; the secret never does. */
    static Map<String, String> start(ChannelSettings settings) {
        Map<String, String> start = new HashMap<>();
        switch (settings) {
            case EmailSettings email -> {
                start.put("host", email.host());
                start.put("port", Integer.toString(email.port()));
                start.put("security", email.security().name());
                start.put("from", email.from());
                start.put("user", email.user());
                start.put("deadline", seconds(email.deadline()));
            }
            case TwilioSettings twilio -> {
                start.put("account", twilio.account());
                start.put("from", twilio.from());
                start.put("endpoint", twilio.endpoint());
                start.put("deadline", seconds(twilio.deadline()));
            }
            case WebhookSettings webhook -> {
                start.put("url", webhook.url());
                start.put("deadline", seconds(webhook.deadline()));
            }
            case SnsSettings sns -> {
                start.put("region", sns.region());
                start.put("accessKeyId", sns.accessKeyId());
                start.put("endpoint", sns.endpoint());
                start.put("deadline", seconds(sns.deadline()));
            }
            case DesktopSettings desktop -> {}
        }
        return start;
    }

    /**
     * The settings that stand in the fields, right or wrong.
     *
     * @param kept the secret that stays where none was entered
     */
    ChannelSettings settings(Values values, Secret kept) {
        String typed = values.exact("secret");
        Secret secret = typed.isEmpty() ? kept : Secret.of(typed);
        Duration deadline = values.seconds("deadline").orElse(UNREADABLE);
        return switch (this) {
            case EMAIL ->
                new EmailSettings(
                        values.text("host"),
                        values.whole("port").orElse(0),
                        Security.valueOf(values.text("security")),
                        values.text("from"),
                        values.text("user"),
                        values.text("user").isEmpty() ? Secret.NONE : secret,
                        deadline);
            case SMS ->
                new TwilioSettings(
                        values.text("account"), secret, values.text("from"), values.text("endpoint"), deadline);
            case WEBHOOK -> new WebhookSettings(values.text("url"), secret, deadline);
            case SNS ->
                new SnsSettings(
                        values.text("region"),
                        values.text("accessKeyId"),
                        values.text("accessKeyId").isEmpty() ? Secret.NONE : secret,
                        values.text("endpoint"),
                        deadline);
            case DESKTOP -> new DesktopSettings();
        };
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1_000 == 0
                ? Long.toString(duration.toSeconds())
                : String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1e3);
    }
}
