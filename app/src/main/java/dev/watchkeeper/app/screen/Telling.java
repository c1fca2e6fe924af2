package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.Optional;

/** Who is told of alarms, to be looked at and tried out. Thread-safe; each method may wait for a disk, {@link #test} for a server. */
public interface Telling {
    /** Why nothing can be read or set now, as a sentence; empty when it can. Until then the other methods throw {@link IllegalStateException}. */
    Optional<String> closed();

    NotifySettings settings();

    /** Sends a test message and waits for the server's answer. */
    Delivery test(String label, ChannelSettings settings, String address);
}
