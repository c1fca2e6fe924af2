package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Message;
import java.util.List;

/** Shows messages on the desktop. */
final class DesktopChannel implements Channel {
    private final Desktop desktop;

    DesktopChannel(Desktop desktop) {
        this.desktop = desktop;
    }

    @Override
    public Delivery send(Message message, List<String> addresses) {
        return desktop.show(message)
                ? Delivery.sent("shown on the desktop", addresses)
                : Delivery.refused("This machine has no desktop to show it on.");
    }

    @Override
    public void close() {
        // The desktop is the console's.
    }
}
