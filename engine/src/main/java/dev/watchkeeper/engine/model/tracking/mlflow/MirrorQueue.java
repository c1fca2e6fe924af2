package dev.watchkeeper.engine.model.tracking.mlflow;

import dev.watchkeeper.engine.model.tracking.MirrorBook;
import dev.watchkeeper.engine.model.tracking.MirrorBook.Waiting;
import dev.watchkeeper.engine.model.tracking.RunBook;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for a server: of each asset one change after the other in the order of writing, and the next only when
 * the server has the one before. Where the server is away everything waits and is tried again after a {@link Backoff}; where
 * it fails at an asset's change, only what is about that asset waits.
 */
final class MirrorQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MirrorQueue.class);

    private final MlflowSettings settings;
    private final MirrorBook book;
    private final Delivery delivery;
    private final InstantSource clock;
    private final ScheduledExecutorService executor;
    private final Backoff backoff;
    private final RandomGenerator random;

    private final Object passing = new Object();
    private final Map<AssetId, Hold> held = new HashMap<>();
    private @Nullable Hold serverHold;
    private volatile MirrorStatus.Outcome outcome = MirrorStatus.Outcome.NONE;

    private final Object planning = new Object();
    private @Nullable ScheduledFuture<?> planned;
    private volatile boolean closed;

    /** Why something waits, until when, and after how many failures in a row. */
    private record Hold(int failures, Instant until, String why) {}

    MirrorQueue(MlflowSettings settings, RunBook runs, MirrorBook book, Pace pace) {
        this.settings = settings;
        this.book = book;
        delivery = new Delivery(settings, runs, book);
        clock = pace.clock();
        executor = pace.executor();
        backoff = pace.backoff();
        random = pace.random();
    }

    /** Sends soon, unless the server is being left alone for a while. */
    void wake() {
        plan(Duration.ZERO);
    }

    /** Sends at once whatever may be waiting for its time. */
    void retryNow() {
        synchronized (passing) {
            serverHold = null;
            held.clear();
        }
        wake();
    }

    MirrorStatus status() {
        MirrorBook.Count count = book.count(settings.key());
        return outcome.status(settings.server(), count);
    }

    private void plan(Duration delay) {
        synchronized (planning) {
            if (closed) {
                return;
            }
            if (planned != null && planned.getDelay(TimeUnit.MILLISECONDS) > delay.toMillis()) {
                planned.cancel(false);
                planned = null;
            }
            if (planned == null || planned.isDone()) {
                planned = executor.schedule(this::pass, delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void pass() {
        synchronized (planning) {
            planned = null;
        }
        Duration next = backoff.idle();
        synchronized (passing) {
            try {
                if (!closed && !holds(serverHold)) {
                    sendAll();
                }
                next = untilNext();
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.error("sending runs to {} failed", settings, e);
                }
            }
        }
        plan(next);
    }

    private void sendAll() {
        boolean asked = false;
        while (!closed) {
            Set<AssetId> others = held.entrySet().stream()
                    .filter(entry -> holds(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            Optional<Waiting> waiting = book.next(settings.key(), others);
            try {
                if (!asked) {
                    delivery.ask();
                    asked = true;
                    reached();
                }
                if (waiting.isEmpty()) {
                    return;
                }
                send(waiting.get());
            } catch (MlflowFailure failure) {
                if (!closed && wait(failure, waiting)) {
                    return;
                }
            }
        }
    }

    private void send(Waiting waiting) throws MlflowFailure {
        book.markTried(settings.key(), waiting.sequence());
        try {
            delivery.deliver(waiting);
        } catch (MlflowFailure failure) {
            if (failure.reach() != MlflowFailure.Reach.CHANGE) {
                throw failure;
            }
            LOG.warn("{}", failure.sentence());
            book.markRefused(settings.key(), waiting.sequence(), failure.sentence());
            return;
        }
        held.remove(waiting.asset());
        outcome = outcome.sent(clock.instant(), held());
        book.markSent(settings.key(), waiting.sequence());
    }

    private void reached() {
        serverHold = null;
        outcome = outcome.reached(held());
    }

    /** Why some asset's changes wait; empty where none do. */
    private String held() {
        return held.values().stream().map(Hold::why).findFirst().orElse("");
    }

    /** Returns whether the whole server is to be left alone. */
    private boolean wait(MlflowFailure failure, Optional<Waiting> waiting) {
        if (failure.reach() == MlflowFailure.Reach.SERVER || waiting.isEmpty()) {
            if (serverHold == null) {
                LOG.warn("{}", failure.sentence());
            }
            serverHold = hold(serverHold, failure);
            outcome = outcome.away(failure.sentence());
            return true;
        }
        held.compute(waiting.get().asset(), (asset, before) -> hold(before, failure));
        outcome = outcome.reached(failure.sentence());
        return false;
    }

    private Hold hold(@Nullable Hold before, MlflowFailure failure) {
        int failures = before == null ? 1 : before.failures() + 1;
        Duration pause = backoff.after(failures, random);
        if (failure.isCode(MlflowFailure.SILENCE) && pause.compareTo(settings.deadline()) < 0) {
            // What the server may still be at is given time to end, so that it is found and not asked for again.
            pause = settings.deadline();
        }
        return new Hold(failures, clock.instant().plus(pause), failure.sentence());
    }

    private boolean holds(@Nullable Hold hold) {
        return hold != null && hold.until().isAfter(clock.instant());
    }

    private Duration untilNext() {
        Instant next = clock.instant().plus(backoff.idle());
        if (serverHold != null) {
            next = serverHold.until();
        } else {
            for (Hold hold : held.values()) {
                next = hold.until().isBefore(next) ? hold.until() : next;
            }
        }
        Duration left = Duration.between(clock.instant(), next);
        return left.isNegative() ? Duration.ZERO : left.plusMillis(1);
    }

    /** Ends sending; what is under way ends by itself or fails, and is looked up next time. */
    @Override
    public void close() {
        synchronized (planning) {
            closed = true;
            if (planned != null) {
                planned.cancel(false);
            }
        }
        delivery.close();
        synchronized (passing) {
            delivery.close();
        }
    }
}
