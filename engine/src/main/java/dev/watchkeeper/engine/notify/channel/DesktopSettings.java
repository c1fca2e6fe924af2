package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.secret.Secret;
import java.util.List;

/** Notifications on the desktop of the machine that Watchkeeper runs on; there is nothing to set. */
public record DesktopSettings() implements ChannelSettings {
    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public List<String> addressProblems(String address) {
        return address.isEmpty() ? List.of() : List.of("Leave this empty: there is one desktop.");
    }

    @Override
    public Secret secret() {
        return Secret.NONE;
    }

    @Override
    public DesktopSettings withSecret(Secret secret) {
        return this;
    }
}
