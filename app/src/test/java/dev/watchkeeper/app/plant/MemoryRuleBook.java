package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.rule.RuleBook;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Versions of rules in memory. They can be told to fail. */
public final class MemoryRuleBook implements RuleBook {
    private final Map<RuleId, List<RuleVersion>> kept = new TreeMap<>();
    private boolean failing;

    public synchronized void failing(boolean value) {
        failing = value;
    }

    @Override
    public synchronized List<RuleVersion> newest() {
        return kept.values().stream().map(List::getLast).toList();
    }

    @Override
    public synchronized List<RuleVersion> history(RuleId id) {
        return List.copyOf(kept.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized void add(RuleVersion version) {
        if (failing) {
            throw new IllegalStateException("the disk is full");
        }
        List<RuleVersion> versions = kept.computeIfAbsent(version.id(), id -> new ArrayList<>());
        if (version.number() != versions.size() + 1) {
            throw new IllegalStateException(version.id() + " has a version " + version.number() + " already");
        }
        versions.add(version);
    }
}
