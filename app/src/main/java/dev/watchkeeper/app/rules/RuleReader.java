package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleVersion;
import dev.watchkeeper.engine.alarm.rule.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rules with all their versions. Any thread; waits for a disk. */
record RuleReader(Rules rules, RuleWords words, Formats formats) {
    List<RuleRow> read(Instant now) {
        return rules.all().stream()
                .map(rule -> row(rule, now))
                .sorted(Comparator.comparing(RuleRow::asset).thenComparing(RuleRow::sensor))
                .toList();
    }

    private RuleRow row(AlarmRule rule, Instant now) {
        List<RuleVersion> history = rules.history(rule.id());
        String changed = history.isEmpty()
                ? ""
                : formats.time(history.getLast().at(), now) + ", "
                        + history.getLast().by();
        return new RuleRow(
                rule.id(),
                words.name(rule),
                words.asset(rule.condition().asset()),
                RuleWords.sensorOf(rule.condition()).map(words::sensor).orElse("–"),
                words.condition(rule.condition()),
                rule.priority(),
                rule.enabled(),
                words.damping(rule.condition()),
                changed,
                rule,
                changes(history, now));
    }

    private List<RuleChange> changes(List<RuleVersion> history, Instant now) {
        List<RuleChange> changes = new ArrayList<>();
        AlarmRule before = null;
        for (RuleVersion version : history) {
            AlarmRule after = version.ruleOrNull();
            changes.addFirst(new RuleChange(
                    "Version " + version.number() + ", " + formats.time(version.at(), now) + ", " + version.by(),
                    difference(before, after),
                    version.why()));
            before = after;
        }
        return changes;
    }

    private String difference(@Nullable AlarmRule before, @Nullable AlarmRule after) {
        if (after == null) {
            return "Removed";
        }
        if (before == null) {
            return "Set: " + words.condition(after.condition()) + ", "
                    + Words.of(after.priority()).toLowerCase(java.util.Locale.ROOT) + " priority";
        }
        List<String> parts = new ArrayList<>();
        add(parts, "", words.condition(before.condition()), words.condition(after.condition()));
        add(parts, "", words.damping(before.condition()), words.damping(after.condition()));
        add(parts, "priority ", Words.of(before.priority()), Words.of(after.priority()));
        if (before.enabled() != after.enabled()) {
            parts.add(after.enabled() ? "switched on" : "switched off");
        }
        if (!before.guidance().equals(after.guidance())) {
            parts.add("what the operator is told");
        }
        if (!before.traits().equals(after.traits())) {
            parts.add(after.traits().latching() ? "latching or re-alarm" : "no latching, or re-alarm");
        }
        return parts.isEmpty() ? "Nothing changed" : "Changed: " + String.join("; ", parts);
    }

    private static void add(List<String> parts, String what, String before, String after) {
        if (!before.equals(after)) {
            parts.add(what + before + " → " + after);
        }
    }
}
