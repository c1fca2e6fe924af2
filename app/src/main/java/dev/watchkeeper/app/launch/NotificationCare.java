package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.settings.NotificationDesk;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindows;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.ack.AckCodes;
import dev.watchkeeper.engine.notify.channel.ChannelFactory;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.channel.Desktop;
import dev.watchkeeper.engine.notify.channel.Trial;
import dev.watchkeeper.engine.notify.outbox.DeliveryTry;
import dev.watchkeeper.engine.notify.outbox.Outbox;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.outbox.RetryPolicy;
import dev.watchkeeper.engine.notify.route.NotifyConfig;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.service.Notifications;
import dev.watchkeeper.engine.secret.SecretName;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.secret.SecretStores;
import dev.watchkeeper.engine.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notifications of an instance. The keychain may wait until its user has unlocked it, so it is opened on a thread of its
 * own; until then alarms wait in the journal, and what comes by other ways waits here. Thread-safe.
 */
final class NotificationCare implements NotificationDesk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationCare.class);

    private final Outbox outbox;
    private final Trial trial;
    private final InstantSource clock;
    private final PipelineWatch pipelineWatch;
    private final DriftWatch driftWatch;
    private final DeviceNotices deviceNotices;
    private final Function<SecretStore, Running> start;
    private final Deque<Notice> early = new ArrayDeque<>();
    /** The newest verdict of each asset that came before there was somebody to tell. */
    private final Map<String, AssetDrift> earlyDrift = new LinkedHashMap<>();

    private volatile @Nullable Running running;
    private volatile String sentence =
            "The place where secrets are kept is being opened. If your keychain asks, unlock it.";
    private String toldOfPipeline = "";
    private boolean closed;

    /** What there is once secrets can be read. */
    private record Running(SecretStore secrets, NotifyConfig config, Notifications notifications) {}

    NotificationCare(
            Store store,
            AlarmDesk alarms,
            Assets assets,
            MaintenanceWindows maintenance,
            Desktop desktop,
            InstantSource clock) {
        this.clock = clock;
        outbox = store.outbox();
        NoticeText text = new NoticeText(ZoneId.systemDefault());
        ChannelFactory channels = new ChannelFactory(clock, desktop, (SSLSocketFactory) SSLSocketFactory.getDefault());
        trial = new Trial(channels, text, clock);
        pipelineWatch = new PipelineWatch(store.settings());
        driftWatch = new DriftWatch(store.settings(), this::tell);
        deviceNotices = new DeviceNotices(store.settings(), assets, maintenance, this::tellTogether);
        start = secrets -> {
            SecureRandom random = new SecureRandom();
            AckCodes codes = new AckCodes(
                    store.ackCodes(),
                    SecretStores.keyOf(secrets, new SecretName("acknowledgment-codes"), random),
                    alarms,
                    clock);
            NotifyConfig config = new NotifyConfig(store.settings(), secrets);
            return new Running(
                    secrets,
                    config,
                    new Notifications(
                            alarms,
                            store.watch(),
                            store.outbox(),
                            codes,
                            config,
                            channels,
                            text,
                            RetryPolicy.STANDARD,
                            random,
                            clock));
        };
    }

    /** Opens the place of secrets in the background, and begins to send when it is open. */
    void open(Supplier<SecretStore> secrets) {
        Thread.ofPlatform().daemon().name("notify-open").start(() -> {
            try {
                begin(secrets.get());
            } catch (RuntimeException e) {
                LOG.error("Notifications did not start: the secrets cannot be opened", e);
                sentence = "Nobody is told anything: " + e.getMessage() + ". Mend that and start Watchkeeper again.";
            }
        });
    }

    private synchronized void begin(SecretStore secrets) {
        if (closed) {
            return;
        }
        Running begun = start.apply(secrets);
        running = begun;
        early.forEach(begun.notifications()::tell);
        early.clear();
        List<AssetDrift> drifts = new ArrayList<>(earlyDrift.values());
        earlyDrift.clear();
        drifts.forEach(drift -> driftWatch.look(drift, clock.instant()));
        LOG.info("Notifications are on; secrets are kept {}", secrets.where());
    }

    /** Takes how the pipeline stands, as often as one likes. */
    synchronized void pipeline(PipelineStatus status) {
        pipelineWatch
                .look(status, clock.instant())
                .filter(notice -> !notice.id().equals(toldOfPipeline))
                .ifPresent(notice -> {
                    toldOfPipeline = notice.id();
                    tell(notice);
                });
    }

    /** Takes how far the sensors of an asset have moved away, as often as one likes. */
    synchronized void drift(AssetDrift drift) {
        if (running == null) {
            earlyDrift.put(drift.asset().value(), drift);
        } else {
            driftWatch.look(drift, clock.instant());
        }
    }

    /** Takes how devices stand, as often as one likes. Until there is somebody to tell nothing is lost: what goes on is told then. */
    synchronized void devices(List<DeviceStatus> standing) {
        if (running != null) {
            deviceNotices.look(standing, clock.instant());
        }
    }

    private void tellTogether(List<Notice> notices) {
        opened().notifications().tellTogether(notices);
    }

    private synchronized void tell(Notice notice) {
        Running now = running;
        if (now == null) {
            early.add(notice);
        } else {
            now.notifications().tell(notice);
        }
    }

    @Override
    public Optional<String> closed() {
        return running == null ? Optional.of(sentence) : Optional.empty();
    }

    private Running opened() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException(sentence);
        }
        return now;
    }

    @Override
    public NotifySettings settings() {
        return opened().config().get();
    }

    @Override
    public void save(NotifySettings settings) {
        Running now = opened();
        now.config().save(settings);
        now.notifications().look();
    }

    /** The place of secrets. */
    SecretStore secrets() {
        return opened().secrets();
    }

    @Override
    public String secretsAre() {
        return opened().secrets().where();
    }

    @Override
    public Delivery test(String label, ChannelSettings settings, String address) {
        return trial.send(label, settings, address);
    }

    @Override
    public List<DeliveryTry> log(int most) {
        return outbox.log(most);
    }

    @Override
    public List<OutboxItem> dead(int most) {
        return outbox.newest(OutboxItem.State.DEAD, most);
    }

    @Override
    public Map<OutboxItem.State, Long> counts() {
        return outbox.counts();
    }

    @Override
    public void revive(String item) {
        outbox.revive(item, clock.instant());
        opened().notifications().look();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Running now = running;
        running = null;
        sentence = "Watchkeeper is closing.";
        if (now != null) {
            now.notifications().close();
        }
    }
}
