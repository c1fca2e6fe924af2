package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Message;
import java.util.List;

/**
 * A way by which messages leave. Thread-safe. Sending waits for the server's answer, at most as long as the settings say,
 * and never throws for what a server or network does: that is in the {@link Delivery}.
 */
public interface Channel extends AutoCloseable {
    /** Sends a message to one or several addresses. */
    Delivery send(Message message, List<String> addresses);

    @Override
    void close();
}
