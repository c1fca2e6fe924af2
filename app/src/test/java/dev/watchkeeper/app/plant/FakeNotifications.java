package dev.watchkeeper.app.plant;

import dev.watchkeeper.app.settings.NotificationDesk;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.channel.ChannelFactory;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.channel.Desktop;
import dev.watchkeeper.engine.notify.channel.DesktopSettings;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import dev.watchkeeper.engine.notify.channel.Trial;
import dev.watchkeeper.engine.notify.channel.TwilioSettings;
import dev.watchkeeper.engine.notify.channel.WebhookSettings;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.EscalationChain;
import dev.watchkeeper.engine.notify.route.FloodPolicy;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.QuietHours;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import dev.watchkeeper.engine.notify.route.Schedule;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** Notifications that keep their settings in memory; tests are sent over real channels. Thread-safe. */
public final class FakeNotifications implements NotificationDesk {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Trial trial;
    private final List<String> revived = new CopyOnWriteArrayList<>();
    private final List<DeliveryTry> log = new CopyOnWriteArrayList<>();
    private final List<OutboxItem> dead = new CopyOnWriteArrayList<>();
    private volatile NotifySettings settings = NotifySettings.NONE;
    private volatile String closed = "";
    private volatile boolean locked;

    public FakeNotifications(InstantSource clock) {
        trial = new Trial(
                new ChannelFactory(clock, Desktop.NONE, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                new NoticeText(ZONE),
                clock);
    }

    /** Sets up what a plant with two shifts may have, and a log of a night. */
    public void tellStory(Instant now) {
        Recipient ada = new Recipient("ada-mail", "a.novak", "mail", "a.novak@waterworks.example");
        Recipient ben = new Recipient("ben-sms", "b.lind", "sms", "+4915112345678");
        Recipient desk = new Recipient("control-room", "control room", "desk", "");
        settings = new NotifySettings(
                List.of(
                        new ChannelEntry(
                                "mail",
                                "Operations mail",
                                new EmailSettings(
                                        "mail.waterworks.example",
                                        587,
                                        EmailSettings.Security.STARTTLS_REQUIRED,
                                        "Watchkeeper <watch@waterworks.example>",
                                        "watch",
                                        Secret.of("not-shown"),
                                        Duration.ofSeconds(20))),
                        new ChannelEntry(
                                "sms",
                                "Duty telephone",
                                new TwilioSettings(
                                        "AC" + "0".repeat(32),
                                        Secret.of("not-shown"),
                                        "+4930123456",
                                        "",
                                        Duration.ofSeconds(20))),
                        new ChannelEntry(
                                "hook",
                                "Maintenance system",
                                new WebhookSettings(
                                        "https://cmms.waterworks.example/in", Secret.NONE, Duration.ofSeconds(10))),
                        new ChannelEntry("desk", "Control room screen", new DesktopSettings())),
                List.of(ada, ben, desk),
                List.of(
                        new RoutingRule(
                                "All to the control room",
                                Set.of(),
                                Priority.LOW,
                                List.of(),
                                Schedule.always(ZONE),
                                List.of(desk.id()),
                                ""),
                        new RoutingRule(
                                "Pumps at night",
                                Set.of(NoticeKind.ALARM_RAISED, NoticeKind.ALARM_WORSENED),
                                Priority.MEDIUM,
                                List.of("pump-*", "wet-well"),
                                new Schedule(Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0), ZONE),
                                List.of(ada.id(), ben.id()),
                                "Nobody answers")),
                List.of(new EscalationChain(
                        "Nobody answers",
                        List.of(
                                new EscalationChain.Step(Duration.ofMinutes(10), List.of(ben.id())),
                                new EscalationChain.Step(Duration.ofMinutes(20), List.of(ada.id(), ben.id()))),
                        Duration.ofMinutes(30))),
                List.of(new QuietHours(
                        new Schedule(
                                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                LocalTime.of(20, 0),
                                LocalTime.of(8, 0),
                                ZONE),
                        Priority.HIGH,
                        List.of(ada.id()))),
                FloodPolicy.STANDARD,
                "");
        log("m-3", now.minusSeconds(95), "mail", ada, Delivery.Outcome.SENT, "250 2.0.0 Ok: queued as 4F1C2");
        log(
                "m-2",
                now.minusSeconds(160),
                "sms",
                ben,
                Delivery.Outcome.REFUSED,
                "400 21211: The 'To' number is not valid.");
        log(
                "m-1",
                now.minusSeconds(4_000),
                "mail",
                ada,
                Delivery.Outcome.DEFERRED,
                "451 4.7.1 Greylisted, try again later");
        dead.add(new OutboxItem(
                "m-2",
                "sms",
                List.of(ben),
                Notices.test("Duty telephone", now.minusSeconds(160)),
                OutboxItem.State.DEAD,
                now.minusSeconds(160),
                1,
                now,
                false,
                "400 21211: The 'To' number is not valid."));
    }

    private void log(String item, Instant at, String channel, Recipient to, Delivery.Outcome outcome, String answer) {
        log.add(new DeliveryTry(
                item,
                at,
                channel,
                "Pump 2: bearing temperature above what was learned",
                to.maskedAddress(),
                outcome,
                answer));
    }

    /** Why nothing can be read from now on; empty for nothing. */
    public void close(String why) {
        closed = why;
    }

    /** From now on secrets can, or cannot, be kept. */
    public void lock(boolean on) {
        locked = on;
    }

    public List<String> revived() {
        return List.copyOf(revived);
    }

    @Override
    public Optional<String> closed() {
        return closed.isEmpty() ? Optional.empty() : Optional.of(closed);
    }

    @Override
    public NotifySettings settings() {
        return settings;
    }

    @Override
    public void save(NotifySettings next) {
        if (locked) {
            throw new SecretException("the keychain is locked", null);
        }
        settings = next;
    }

    @Override
    public String secretsAre() {
        return "in the keychain of this computer";
    }

    @Override
    public Delivery test(String label, ChannelSettings channel, String address) {
        return trial.send(label, channel, address);
    }

    @Override
    public List<DeliveryTry> log(int most) {
        return log.stream().limit(most).toList();
    }

    @Override
    public List<OutboxItem> dead(int most) {
        return List.copyOf(dead);
    }

    @Override
    public Map<OutboxItem.State, Long> counts() {
        return Map.of(OutboxItem.State.DEAD, (long) dead.size());
    }

    @Override
    public void revive(String item) {
        revived.add(item);
        dead.removeIf(each -> each.id().equals(item));
    }
}
