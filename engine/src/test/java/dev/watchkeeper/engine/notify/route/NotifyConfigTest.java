package dev.watchkeeper.engine.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.channel.DesktopSettings;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import dev.watchkeeper.engine.notify.channel.SnsSettings;
import dev.watchkeeper.engine.notify.channel.TwilioSettings;
import dev.watchkeeper.engine.notify.channel.WebhookSettings;
import dev.watchkeeper.engine.secret.FileSecretStore;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretName;
import dev.watchkeeper.engine.secret.SecretSeal;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyConfigTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Schedule NIGHTS =
            new Schedule(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path directory;

    @Test
    void everythingThatIsSetIsThereAgainWithItsSecrets() {
        NotifySettings settings = all();
        try (Store store = Store.open(directory)) {
            new NotifyConfig(store.settings(), secrets()).save(settings);
        }

        try (Store store = Store.open(directory)) {
            assertThat(new NotifyConfig(store.settings(), secrets()).get()).isEqualTo(settings);
        }
    }

    @Test
    void nothingIsSetAtFirst() {
        try (Store store = Store.open(directory)) {
            assertThat(new NotifyConfig(store.settings(), secrets()).get()).isEqualTo(NotifySettings.NONE);
        }
    }

    @Test
    void theSecretOfAChannelGoesWithIt() {
        try (Store store = Store.open(directory)) {
            NotifyConfig config = new NotifyConfig(store.settings(), secrets());
            config.save(all());

            config.save(NotifySettings.NONE);

            assertThat(secrets().find(new SecretName("channel.hook"))).isEmpty();
        }
    }

    private SecretStore secrets() {
        return new FileSecretStore(directory, SecretSeal.withKeyFile(directory, new SecureRandom()));
    }

    private static NotifySettings all() {
        return new NotifySettings(
                List.of(
                        new ChannelEntry(
                                "mail",
                                "Mail",
                                new EmailSettings(
                                        "mail.example.com",
                                        465,
                                        EmailSettings.Security.TLS,
                                        "watch@example.com",
                                        "watch",
                                        Secret.of("one"),
                                        DEADLINE)),
                        new ChannelEntry(
                                "sms", "SMS", new TwilioSettings("AC1", Secret.of("two"), "Pumps", "", DEADLINE)),
                        new ChannelEntry(
                                "hook",
                                "Hook",
                                new WebhookSettings("https://hooks.example.com", Secret.of("three"), DEADLINE)),
                        new ChannelEntry(
                                "sns", "SNS", new SnsSettings("eu-central-1", "AKIA", Secret.of("four"), "", DEADLINE)),
                        new ChannelEntry("desk", "Desktop", new DesktopSettings())),
                List.of(new Recipient("ada", "ada", "mail", "ada@example.com")),
                List.of(new RoutingRule(
                        "night",
                        Set.of(NoticeKind.ALARM_RAISED),
                        Priority.HIGH,
                        List.of("P-*"),
                        NIGHTS,
                        List.of("ada"),
                        "chain")),
                List.of(new EscalationChain(
                        "chain",
                        List.of(new EscalationChain.Step(Duration.ofMinutes(5), List.of("ada"))),
                        Duration.ofMinutes(15))),
                List.of(new QuietHours(NIGHTS, Priority.MEDIUM, List.of("ada"))),
                FloodPolicy.STANDARD,
                "https://watch.example.com");
    }
}
