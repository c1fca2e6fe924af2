package dev.watchkeeper.app.fx;

import dev.watchkeeper.engine.signal.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;

/** Several subscriptions that end together, the last one first. UI thread only. */
public final class Subscriptions implements Subscription {
    private final Deque<Subscription> held = new ArrayDeque<>();

    public Subscriptions add(Subscription subscription) {
        held.push(subscription);
        return this;
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            held.pop().close();
        }
    }
}
