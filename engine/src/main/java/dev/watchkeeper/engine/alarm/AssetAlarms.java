package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.AssetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The alarms of one asset, in the order in which their conditions began (event time): the first-out, which most likely caused
 * the others, is on top.
 *
 * @param alarms at least one
 */
public record AssetAlarms(AssetId asset, List<Alarm> alarms) {
    /** The more urgent last: unacknowledged after acknowledged, active after returned, then by priority, then the newer. */
    public static final Comparator<Alarm> URGENCY = Comparator.comparing(
                    (Alarm alarm) -> !alarm.state().acknowledged())
            .thenComparing(alarm -> alarm.state().active())
            .thenComparing(Alarm::priority)
            .thenComparing(Alarm::openedAt);

    private static final Comparator<Alarm> FIRST_OUT =
            Comparator.comparing(Alarm::openedAt).thenComparing(Alarm::id);

    /** @throws IllegalArgumentException when there is no alarm */
    public AssetAlarms {
        alarms = alarms.stream().sorted(FIRST_OUT).toList();
        if (alarms.isEmpty()) {
            throw new IllegalArgumentException("no alarm of asset " + asset);
        }
    }

    /** Groups alarms, the asset with the most urgent alarm first. */
    public static List<AssetAlarms> group(List<Alarm> alarms) {
        Map<AssetId, List<Alarm>> byAsset = new LinkedHashMap<>();
        for (Alarm alarm : alarms) {
            byAsset.computeIfAbsent(alarm.asset(), asset -> new ArrayList<>()).add(alarm);
        }
        return byAsset.entrySet().stream()
                .map(entry -> new AssetAlarms(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(AssetAlarms::worst, URGENCY).reversed())
                .toList();
    }

    /** The one whose condition began before all others. */
    public Alarm firstOut() {
        return alarms.get(0);
    }

    /** The most urgent. */
    public Alarm worst() {
        return alarms.stream().max(URGENCY).orElseThrow();
    }
}
