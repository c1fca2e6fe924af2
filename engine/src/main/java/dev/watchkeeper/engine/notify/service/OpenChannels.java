package dev.watchkeeper.engine.notify.service;

import dev.watchkeeper.engine.notify.channel.Channel;
import dev.watchkeeper.engine.notify.channel.ChannelFactory;
import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps the channels that are used open, and opens one anew when its settings have changed. Thread-safe. */
final class OpenChannels implements Function<String, Channel>, AutoCloseable {
    private final Supplier<NotifySettings> settings;
    private final ChannelFactory factory;
    private final Map<String, Opened> open = new HashMap<>();

    private record Opened(ChannelSettings settings, Channel channel) {}

    OpenChannels(Supplier<NotifySettings> settings, ChannelFactory factory) {
        this.settings = settings;
        this.factory = factory;
    }

    /**
     * The channel of an id, to be used by one thread until it is asked for again.
     *
     * @throws IllegalArgumentException when there is none, or its settings have problems
     */
    @Override
    public synchronized Channel apply(String id) {
        ChannelEntry entry = settings.get()
                .channel(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no channel " + id + " any more."));
        Opened known = open.get(id);
        if (known != null && known.settings().equals(entry.settings())) {
            return known.channel();
        }
        if (known != null) {
            open.remove(id);
            known.channel().close();
        }
        Channel channel = factory.open(entry.settings());
        open.put(id, new Opened(entry.settings(), channel));
        return channel;
    }

    @Override
    public synchronized void close() {
        open.values().forEach(opened -> opened.channel().close());
        open.clear();
    }
}
