package dev.watchkeeper.engine.alarm.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A rule book in memory, for tests. */
public final class MemoryRuleBook implements RuleBook {
    private final Map<RuleId, List<RuleVersion>> versions = new TreeMap<>();

    @Override
    public synchronized List<RuleVersion> newest() {
        return versions.values().stream().map(all -> all.get(all.size() - 1)).toList();
    }

    @Override
    public synchronized List<RuleVersion> history(RuleId id) {
        return List.copyOf(versions.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized void add(RuleVersion version) {
        List<RuleVersion> all = versions.computeIfAbsent(version.id(), id -> new ArrayList<>());
        if (version.number() <= all.size()) {
            throw new IllegalStateException("version " + version.number() + " is there already");
        }
        all.add(version);
    }
}
