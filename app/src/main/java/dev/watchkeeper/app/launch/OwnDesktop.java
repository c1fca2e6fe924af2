package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.channel.Desktop;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The desktop of an instance: the console or the terminal that shows it, once there is one. Thread-safe. */
final class OwnDesktop implements Desktop {
    private volatile @Nullable Consumer<Message> shownBy;

    /** From now on messages are shown there; null where nobody looks any more. */
    void showBy(@Nullable Consumer<Message> shows) {
        shownBy = shows;
    }

    @Override
    public boolean show(Message message) {
        Consumer<Message> shows = shownBy;
        if (shows == null) {
            return false;
        }
        shows.accept(message);
        return true;
    }
}
