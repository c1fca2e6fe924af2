package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which lines of the whole journal are asked for.
 *
 * @param span of clock time
 * @param kinds what happened; empty for whatever did
 * @param asset id of the alarms' asset; empty for all
 * @param who part of a user's name, in any case; empty for all
 * @param text part of a line's text or of its alarm's message, in any case; empty for all
 */
public record JournalQuery(TimeSpan span, Set<JournalEntry.Kind> kinds, String asset, String who, String text) {
    public JournalQuery {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
        who = who.strip().toLowerCase(Locale.ROOT);
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** All lines of a span. */
    public static JournalQuery all(TimeSpan span) {
        return new JournalQuery(span, Set.of(), "", "", "");
    }

    /** Whether a line is asked for. */
    public boolean admits(JournalRecord line) {
        JournalEntry entry = line.entry();
        return span.contains(entry.at())
                && (kinds.isEmpty() || kinds.contains(entry.kind()))
                && (asset.isEmpty() || asset.equals(line.asset().value()))
                && entry.who().toLowerCase(Locale.ROOT).contains(who)
                && (entry.text().toLowerCase(Locale.ROOT).contains(text)
                        || line.message().toLowerCase(Locale.ROOT).contains(text));
    }
}
