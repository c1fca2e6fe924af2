package dev.watchkeeper.app.rules;

import dev.watchkeeper.engine.notify.channel.ChannelSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who would be told of the alarms of a rule.
 *
 * @param sentence in place of lines where there are none, and why
 * @param firstOrNull where a test would be sent; null where nobody is told
 */
record Told(List<ToldLine> lines, String sentence, @Nullable First firstOrNull) {
    static final Told UNKNOWN = new Told(List.of(), "Choose what is watched to see who would be told.", null);

    Told {
        lines = List.copyOf(lines);
    }

    /** The first who would be told, over which channel. */
    record First(String user, String channel, ChannelSettings settings, String address) {}
}
