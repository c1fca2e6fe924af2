package dev.watchkeeper.app.rules;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import java.util.List;
import java.util.Locale;

/**
 * A rule as a line of the list.
 *
 * @param sensor a dash where it is about the whole asset
 * @param damping delays and deadband
 * @param changed when it was last changed, and by whom
 * @param versions the newest first
 */
record RuleRow(
        RuleId id,
        String name,
        String asset,
        String sensor,
        String condition,
        Priority priority,
        boolean enabled,
        String damping,
        String changed,
        AlarmRule rule,
        List<RuleChange> versions) {
    RuleRow {
        versions = List.copyOf(versions);
    }

    /** Whether each word of a text occurs in it somewhere. */
    boolean matches(String text) {
        String all = String.join(
                        " ", name, asset, sensor, condition, priority.name(), enabled ? "on" : "off", damping, changed)
                .toLowerCase(Locale.ROOT);
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .lines()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .allMatch(all::contains);
    }
}
