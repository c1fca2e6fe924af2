package dev.watchkeeper.engine.notify.service;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.ack.AckCodes;
import dev.watchkeeper.engine.notify.channel.ChannelFactory;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.Desktop;
import dev.watchkeeper.engine.notify.outbox.RetryPolicy;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.FloodPolicy;
import dev.watchkeeper.engine.notify.route.NotifyConfig;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import dev.watchkeeper.engine.notify.route.Schedule;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretName;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.secret.SecretStores;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/** Notifications at work in a data directory, as an instance has them: real clock, real threads, real database. */
final class RunningPlant implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

    final Store store;
    final AlarmDesk desk;
    final AckCodes codes;
    final NotifyConfig config;
    final Notifications notifications;
    private long offset;

    RunningPlant(Path directory) {
        InstantSource clock = InstantSource.system();
        store = Store.open(directory.resolve("store"));
        desk = new AlarmDesk(store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, clock);
        SecureRandom random = new SecureRandom();
        SecretStore secrets = SecretStores.open(directory.resolve("secrets"), Secret.NONE, Optional::empty, random);
        codes = new AckCodes(
                store.ackCodes(),
                SecretStores.keyOf(secrets, new SecretName("acknowledgment-codes"), random),
                desk,
                clock);
        config = new NotifyConfig(store.settings(), secrets);
        notifications = new Notifications(
                desk,
                store.watch(),
                store.outbox(),
                codes,
                config,
                new ChannelFactory(clock, Desktop.NONE, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                new NoticeText(ZoneOffset.UTC),
                new RetryPolicy(Duration.ofMillis(50), Duration.ofMillis(400), 1_000, Duration.ofHours(24)),
                new Random(42),
                clock);
    }

    /** Has every alarm told to one address of one channel. */
    void tellAll(ChannelSettings channel, String address) {
        Recipient ada = new Recipient("ada", "ada", "hook", address);
        config.save(new NotifySettings(
                List.of(new ChannelEntry("hook", "Hook", channel)),
                List.of(ada),
                List.of(new RoutingRule(
                        "all",
                        Set.of(),
                        Priority.LOW,
                        List.of(),
                        Schedule.always(ZoneOffset.UTC),
                        List.of(ada.id()),
                        "")),
                List.of(),
                List.of(),
                new FloodPolicy(1_000_000, 5, Duration.ofMinutes(10), Duration.ZERO, Duration.ofMinutes(10)),
                "https://watch.example.com"));
        notifications.look();
    }

    AlarmId raise(int second) {
        Episode episode = new Episode(START.plusSeconds(second));
        offset++;
        desk.accept(List.of(episode.opened(0.9)), new StreamPosition("detections", 0, offset));
        return episode.alarm();
    }

    @Override
    public void close() {
        notifications.close();
        store.close();
    }
}
