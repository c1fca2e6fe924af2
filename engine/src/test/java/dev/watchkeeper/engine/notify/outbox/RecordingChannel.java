package dev.watchkeeper.engine.notify.outbox;

import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.channel.Channel;
import dev.watchkeeper.engine.notify.channel.Delivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A channel that keeps what it is given and answers as it is told, one thread at a time. */
final class RecordingChannel implements Channel {
    final List<String> sent = new ArrayList<>();
    final Queue<Delivery> answers = new ArrayDeque<>();

    @Override
    public Delivery send(Message message, List<String> addresses) {
        sent.add(message.notice().id() + " to " + String.join("+", addresses));
        Delivery told = answers.poll();
        return told == null ? Delivery.sent("taken", addresses) : told;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
