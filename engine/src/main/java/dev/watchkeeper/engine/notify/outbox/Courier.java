package dev.watchkeeper.engine.notify.outbox;

import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.channel.Channel;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import dev.watchkeeper.engine.notify.outbox.OutboxItem.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, at least once: that a message was sent is written after the server has taken it. On each
 * channel one message is sent after the other in the order in which they were written. While a channel is unusable all of
 * them wait behind the first; a message that a server has deferred steps aside and does not hold up the others.
 * Thread-safe, but each channel is worked by one thread at a time only.
 */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int LOOKED_THROUGH = 1_000;

    private final Outbox outbox;
    private final Function<String, Channel> channels;
    private final Function<OutboxItem, Message> words;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final InstantSource clock;

    /**
     * A courier.
     *
     * @param channels the channel of an id; an exception says why there is none
     * @param words puts a notice in words for its recipients
     */
    public Courier(
            Outbox outbox,
            Function<String, Channel> channels,
            Function<OutboxItem, Message> words,
            RetryPolicy policy,
            RandomGenerator random,
            InstantSource clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.words = words;
        this.policy = policy;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Sends what is due on a channel, until nothing is or it is told to stop.
     *
     * @return when something is due next; empty when nothing waits
     */
    public Optional<Instant> deliver(String channel, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            List<OutboxItem> waiting = outbox.waiting(channel, LOOKED_THROUGH);
            Instant now = clock.instant();
            Optional<OutboxItem> due = firstDue(waiting, now);
            if (due.isEmpty()) {
                return nextTry(waiting);
            }
            trySending(due.get());
        }
        return Optional.empty();
    }

    private static Optional<OutboxItem> firstDue(List<OutboxItem> waiting, Instant now) {
        for (OutboxItem item : waiting) {
            if (!item.nextTry().isAfter(now)) {
                return Optional.of(item);
            }
            if (item.holdsChannel()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> nextTry(List<OutboxItem> waiting) {
        Instant next = null;
        for (OutboxItem item : waiting) {
            next = next == null || item.nextTry().isBefore(next) ? item.nextTry() : next;
            if (item.holdsChannel()) {
                // Whatever stands behind it waits for it.
                return Optional.of(next);
            }
        }
        return Optional.ofNullable(next);
    }

    private void trySending(OutboxItem item) {
        Delivery delivery = delivery(item);
        Instant now = clock.instant();
        OutboxItem after = after(item, delivery, now);
        outbox.tried(
                after,
                new DeliveryTry(
                        item.id(),
                        now,
                        item.channel(),
                        item.notice().headline(),
                        item.recipients().stream().map(Recipient::maskedAddress).collect(Collectors.joining(", ")),
                        delivery.outcome(),
                        delivery.answer()));
        if (after.state() == State.DEAD) {
            LOG.warn("message {} was given up: {}", item.id(), after.reason());
        }
    }

    private Delivery delivery(OutboxItem item) {
        Channel channel;
        try {
            channel = channels.apply(item.channel());
        } catch (IllegalArgumentException e) {
            return Delivery.unavailable("The channel cannot be used. " + e.getMessage());
        }
        try {
            return channel.send(
                    words.apply(item),
                    item.recipients().stream().map(Recipient::address).toList());
        } catch (RuntimeException e) {
            LOG.error("message {} could not be handed to channel {}", item.id(), item.channel(), e);
            return Delivery.deferred("Watchkeeper failed: " + e.getClass().getSimpleName() + "; the log tells more.");
        }
    }

    private OutboxItem after(OutboxItem item, Delivery delivery, Instant now) {
        int tries = item.tries() + 1;
        List<Recipient> rest = delivery.outcome() == Outcome.SENT
                ? item.recipients()
                : item.recipients().stream()
                        .filter(each -> !delivery.reached().contains(each.address()))
                        .toList();
        State state = State.WAITING;
        String reason = delivery.answer();
        if (delivery.outcome() == Outcome.SENT) {
            state = State.SENT;
        } else if (delivery.outcome() == Outcome.REFUSED) {
            state = State.DEAD;
        } else if (tries >= policy.mostTries()
                || Duration.between(item.writtenAt(), now).compareTo(policy.mostAge()) >= 0) {
            state = State.DEAD;
            reason = "given up after " + tries + " tries since " + item.writtenAt() + "; the last: " + reason;
        }
        Duration wait = policy.wait(tries, random);
        Duration asked = delivery.retryAfter().orElse(Duration.ZERO);
        return new OutboxItem(
                item.id(),
                item.channel(),
                rest,
                item.notice(),
                state,
                item.writtenAt(),
                tries,
                now.plus(asked.compareTo(wait) > 0 ? asked : wait),
                delivery.outcome() == Outcome.UNAVAILABLE,
                reason);
    }
}
