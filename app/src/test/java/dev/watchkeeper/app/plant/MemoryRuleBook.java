package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.rule.RuleBook;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rules in memory. */
public final class MemoryRuleBook implements RuleBook {
    private final TreeMap<RuleId, List<RuleVersion>> versions = new TreeMap<>();

    @Override
    public synchronized List<RuleVersion> newest() {
        return versions.values().stream()
                .map(history -> history.get(history.size() - 1))
                .toList();
    }

    @Override
    public synchronized List<RuleVersion> history(RuleId id) {
        return List.copyOf(versions.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized void add(RuleVersion version) {
        List<RuleVersion> history = versions.computeIfAbsent(version.id(), id -> new ArrayList<>());
        if (version.number() <= history.size()) {
            throw new IllegalStateException("rule " + version.id() + " has a version " + version.number());
        }
        history.add(version);
    }
}
