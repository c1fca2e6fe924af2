package dev.watchkeeper.engine.notify.route;

import dev.watchkeeper.engine.notify.channel.ChannelSettings;

/**
 * A channel as it is set up.
 *
 * @param id by which recipients name it, made of letters, digits, dots, hyphens and underscores; never changed
 * @param label for the screen
 */
public record ChannelEntry(String id, String label, ChannelSettings settings) {
    /** The same with other settings. */
    public ChannelEntry withSettings(ChannelSettings other) {
        return new ChannelEntry(id, label, other);
    }
}
