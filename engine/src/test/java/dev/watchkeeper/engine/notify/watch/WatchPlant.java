package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.channel.DesktopSettings;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.EscalationChain;
import dev.watchkeeper.engine.notify.route.FloodPolicy;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.QuietHours;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import dev.watchkeeper.engine.notify.route.Schedule;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.testing.TestClock;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A plant whose alarms are watched: real desk, real database, a clock that is moved by hand. */
final class WatchPlant implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final Recipient ADA = new Recipient("ada-mail", "ada", "mail", "ada@example.com");
    static final Recipient BOB = new Recipient("bob-mail", "bob", "mail", "bob@example.com");
    static final Recipient ADA_PHONE = new Recipient("ada-phone", "ada", "phone", "+4915112345678");

    final TestClock clock = new TestClock(START);
    final Store store;
    final AlarmDesk desk;
    volatile NotifySettings settings;
    private final JournalWatch watch;
    private long offset;

    WatchPlant(Path directory, NotifySettings settings) {
        this.settings = settings;
        store = Store.open(directory);
        desk = new AlarmDesk(store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, clock);
        watch = newWatch();
        watch.step();
    }

    JournalWatch watch() {
        return watch;
    }

    /** A watch as after a restart. */
    JournalWatch newWatch() {
        return new JournalWatch(store.watch(), () -> settings, clock);
    }

    /** Raises an alarm of a priority that began so many seconds after the start. */
    AlarmId raise(int second, Priority priority) {
        Episode episode = new Episode(START.plusSeconds(second));
        desk.accept(List.of(episode.message(Phase.OPENED, 0, 0.7, rate(priority))), position());
        return episode.alarm();
    }

    void worsen(int second, double score, Priority priority) {
        Episode episode = new Episode(START.plusSeconds(second));
        desk.accept(List.of(episode.message(Phase.WORSENED, 1, score, rate(priority))), position());
    }

    /** How often a day normal operation would score so: 5 % and 20 % of once are the bounds of the policy. */
    private static double rate(Priority priority) {
        return switch (priority) {
            case HIGH -> 0.01;
            case MEDIUM -> 0.1;
            case LOW -> 1;
        };
    }

    private StreamPosition position() {
        offset++;
        return new StreamPosition("detections", 0, offset);
    }

    /** All messages that were ever written, the oldest first. */
    List<OutboxItem> messages() {
        List<OutboxItem> all = new ArrayList<>();
        for (OutboxItem.State state : OutboxItem.State.values()) {
            all.addAll(store.outbox().newest(state, 10_000));
        }
        all.sort(Comparator.comparing(OutboxItem::writtenAt).thenComparing(OutboxItem::id));
        return all;
    }

    static NotifySettings toldToAda() {
        return settings(List.of(rule("all", Priority.LOW, "", ADA)), List.of(), List.of());
    }

    static NotifySettings settings(
            List<RoutingRule> rules, List<EscalationChain> escalations, List<QuietHours> quietHours) {
        return new NotifySettings(
                List.of(
                        new ChannelEntry("mail", "Mail", EmailSettings.EMPTY),
                        new ChannelEntry("phone", "Phone", new DesktopSettings())),
                List.of(ADA, BOB, ADA_PHONE),
                rules,
                escalations,
                quietHours,
                FloodPolicy.STANDARD,
                "");
    }

    static RoutingRule rule(String name, Priority atLeast, String escalation, Recipient... recipients) {
        return new RoutingRule(
                name,
                Set.of(),
                atLeast,
                List.of(),
                Schedule.always(ZoneOffset.UTC),
                List.of(recipients).stream().map(Recipient::id).toList(),
                escalation);
    }

    static EscalationChain chain(Duration repeat) {
        return new EscalationChain(
                "night",
                List.of(
                        new EscalationChain.Step(Duration.ofMinutes(5), List.of(ADA_PHONE.id())),
                        new EscalationChain.Step(Duration.ofMinutes(10), List.of(BOB.id()))),
                repeat);
    }

    @Override
    public void close() {
        store.close();
    }
}
