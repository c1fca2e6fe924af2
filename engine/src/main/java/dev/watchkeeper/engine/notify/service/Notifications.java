package dev.watchkeeper.engine.notify.service;

import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.notify.AckOffer;
import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.ack.AckCodes;
import dev.watchkeeper.engine.notify.channel.ChannelFactory;
import dev.watchkeeper.engine.notify.outbox.Courier;
import dev.watchkeeper.engine.notify.outbox.Outbox;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.outbox.RetryPolicy;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.watch.JournalWatch;
import dev.watchkeeper.engine.notify.watch.WatchBook;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications at work: one thread watches the journal, and at most four send, each on a channel of its own. What is under
 * way when it is closed is waited for a moment; what is not done by then waits in the outbox for the next start.
 */
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int MOST_CHANNELS_AT_ONCE = 4;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final long CLOSE_PATIENCE_SECONDS = 5;

    private final JournalWatch watch;
    private final Outbox outbox;
    private final AckCodes codes;
    private final Courier courier;
    private final OpenChannels channels;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean news = new AtomicBoolean();
    /** Channels that are being worked, which is also the lock of {@link #again}. */
    private final Set<String> busy = new HashSet<>();
    /** Of these, those for which something may have come since their courier last looked. */
    private final Set<String> again = new HashSet<>();
    /** When something is due on channels that are not being worked. */
    private final Map<String, Instant> due = new ConcurrentHashMap<>();

    private final ExecutorService couriers;
    private final Thread watcher;
    private final Subscription alarmChanges;
    private volatile boolean closed;
    private Instant tidied = Instant.MIN;

    /** Starts at once with what was left undone. */
    public Notifications(
            Alarms alarms,
            WatchBook watchBook,
            Outbox outbox,
            AckCodes codes,
            Supplier<NotifySettings> settings,
            ChannelFactory factory,
            NoticeText text,
            RetryPolicy policy,
            RandomGenerator random,
            InstantSource clock) {
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
        watch = new JournalWatch(watchBook, settings, clock);
        channels = new OpenChannels(settings, factory);
        courier = new Courier(
                outbox,
                channels,
                item -> words(item, codes, text, settings.get().baseUrl()),
                policy,
                random,
                clock);
        couriers = Executors.newFixedThreadPool(MOST_CHANNELS_AT_ONCE, task -> new Thread(task, "notify-courier"));
        watcher = new Thread(this::work, "notify-watch");
        alarmChanges = alarms.onChange(alarm -> wake());
        watcher.start();
    }

    private static Message words(OutboxItem item, AckCodes codes, NoticeText text, String baseUrl) {
        Notice notice = item.notice();
        AckOffer ack = notice.alarm()
                .map(alarm ->
                        codes.offer(item.id(), alarm, item.recipients().get(0).user(), baseUrl))
                .orElse(null);
        return text.message(item.id(), notice, ack);
    }

    /** Tells of a drift, or of trouble with the pipeline. One of the same id is told once. */
    public void tell(Notice notice) {
        watch.tell(notice);
        wake();
    }

    /** Tells of devices; many at once are told as one. One of the same id is told once. */
    public void tellTogether(List<Notice> notices) {
        watch.tellTogether(notices);
        wake();
    }

    /** Looks again now, for instance because settings have changed or a message was revived. */
    public void look() {
        wake();
    }

    private void work() {
        boolean all = true;
        while (!closed) {
            Instant next;
            try {
                next = watch.step().orElse(Instant.MAX);
                Instant now = clock.instant();
                for (String channel : outbox.waitingChannels()) {
                    if (all || !due.getOrDefault(channel, Instant.EPOCH).isAfter(now)) {
                        send(channel);
                    }
                }
                tidy();
            } catch (RuntimeException e) {
                LOG.error("notifications could not be worked on; it is tried again in {}", AFTER_A_FAILURE, e);
                next = clock.instant().plus(AFTER_A_FAILURE);
            }
            if (!sleepUntil(next)) {
                return;
            }
            all = news.getAndSet(false) || !next.isAfter(clock.instant());
        }
    }

    private boolean sleepUntil(Instant watchDue) {
        Instant now = clock.instant();
        Instant next = Stream.concat(Stream.of(watchDue, now.plus(LONGEST_SLEEP)), due.values().stream())
                .min(Instant::compareTo)
                .orElse(now);
        try {
            if (wake.tryAcquire(Math.max(1, Duration.between(now, next).toMillis()), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void send(String channel) {
        synchronized (busy) {
            if (!busy.add(channel)) {
                again.add(channel);
                return;
            }
        }
        due.remove(channel);
        couriers.execute(() -> {
            Instant next = clock.instant().plus(AFTER_A_FAILURE);
            try {
                next = courier.deliver(channel, () -> closed).orElse(Instant.MAX);
            } catch (RuntimeException e) {
                LOG.error("channel {} could not be worked on; it is tried again in {}", channel, AFTER_A_FAILURE, e);
            } finally {
                done(channel, next);
            }
        });
    }

    private void done(String channel, Instant next) {
        synchronized (busy) {
            busy.remove(channel);
            due.put(channel, again.remove(channel) ? clock.instant() : next);
        }
        wake.release();
    }

    private void wake() {
        news.set(true);
        wake.release();
    }

    private void tidy() {
        Instant now = clock.instant();
        if (tidied.equals(Instant.MIN) || tidied.plus(Duration.ofHours(1)).isBefore(now)) {
            outbox.forgetBefore(now.minus(KEPT));
            codes.forgetOld();
            tidied = now;
        }
    }

    @Override
    public void close() {
        closed = true;
        alarmChanges.close();
        wake.release();
        try {
            watcher.join(TimeUnit.SECONDS.toMillis(CLOSE_PATIENCE_SECONDS));
            couriers.shutdown();
            if (!couriers.awaitTermination(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.info(
                        "a message is under way to a server that has not answered; it is sent again at the next start");
                couriers.shutdownNow();
            }
        } catch (InterruptedException e) {
            couriers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        channels.close();
    }
}
