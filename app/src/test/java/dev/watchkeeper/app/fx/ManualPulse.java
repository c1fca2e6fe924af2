package dev.watchkeeper.app.fx;

import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A pulse that beats when it is told to. */
public final class ManualPulse implements Pulse {
    private final Map<Integer, Runnable> ticks = new ConcurrentSkipListMap<>();
    private int subscribed;

    @Override
    public Subscription every(Duration interval, Runnable tick) {
        int key = subscribed++;
        ticks.put(key, tick);
        return () -> ticks.remove(key);
    }

    /** Beats some times. */
    public void beat(int times) {
        for (int i = 0; i < times; i++) {
            List.copyOf(ticks.values()).forEach(Runnable::run);
        }
    }

    /** How many subscriptions are open. */
    public int subscriptions() {
        return ticks.size();
    }
}
