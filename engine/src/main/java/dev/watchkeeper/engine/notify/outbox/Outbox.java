package dev.watchkeeper.engine.notify.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages that wait, what became of them, and the log of all tries. Thread-safe; what it holds survives a kill. */
public interface Outbox {
    /** Those of a channel that wait, in the order in which they were written, at most {@code most}. */
    List<OutboxItem> waiting(String channel, int most);

    /** The channels for which something waits. */
    List<String> waitingChannels();

    Optional<OutboxItem> find(String id);

    /** Writes what a try came to, and adds it to the log: both or, on failure, nothing. */
    void tried(OutboxItem after, DeliveryTry logged);

    /** Lets a message that was given up wait again, as if it had just been written. Does nothing with any other. */
    void revive(String id, Instant now);

    /** The newest lines of the delivery log, the newest first. */
    List<DeliveryTry> log(int most);

    /** Messages of a state, the newest first. */
    List<OutboxItem> newest(OutboxItem.State state, int most);

    Map<OutboxItem.State, Long> counts();

    /** Forgets what was written before a moment and no longer waits, with its lines of the log; returns how many messages. */
    int forgetBefore(Instant moment);
}
