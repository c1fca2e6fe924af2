package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Message;

/** The desktop of this machine, where there is one. Thread-safe. */
public interface Desktop {
    /** A machine without one, such as a server. */
    Desktop NONE = message -> false;

    /** Shows a message, and returns at once whether it could. */
    boolean show(Message message);
}
