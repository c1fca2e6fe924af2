package dev.watchkeeper.engine.model.split;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Deals sensors out into groups for testing on assets that a model has never seen. All sensors of an asset go together,
 * since they measure the same machine.
 */
public final class AssetGroups {
    private AssetGroups() {}

    /**
     * Deals sensors out: the assets with the most sensors first, each to the group that has the fewest sensors so far. The
     * same sensors always give the same groups, in whatever order they come.
     *
     * @return so many groups of sensors, none empty, each in the order of names
     * @throws IllegalArgumentException when there are fewer assets than groups, or fewer than 2 groups
     */
    public static List<Set<SensorId>> deal(Collection<SensorId> sensors, int groups) {
        Map<AssetId, Set<SensorId>> byAsset = new TreeMap<>();
        for (SensorId sensor : sensors) {
            byAsset.computeIfAbsent(sensor.asset(), asset -> new TreeSet<>()).add(sensor);
        }
        if (groups < 2 || byAsset.size() < groups) {
            throw new IllegalArgumentException(byAsset.size() + " assets cannot be dealt out into " + groups
                    + " groups, of which there must be 2");
        }
        List<Set<SensorId>> dealt = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            dealt.add(new TreeSet<>());
        }
        byAsset.values().stream()
                .sorted(Comparator.comparingInt((Set<SensorId> asset) -> asset.size())
                        .reversed())
                .forEach(asset -> smallest(dealt).addAll(asset));
        return dealt.stream().map(Collections::unmodifiableSet).toList();
    }

    private static Set<SensorId> smallest(List<Set<SensorId>> groups) {
        Set<SensorId> smallest = groups.get(0);
        for (Set<SensorId> group : groups) {
            if (group.size() < smallest.size()) {
                smallest = group;
            }
        }
        return smallest;
    }
}
