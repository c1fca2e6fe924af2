package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The listed alarms of one asset.
 *
 * @param alarms at least one; the first-out, which opened before all others, on top
 * @param labels what those of them that are labelled are said to be
 */
public record AlarmGroup(AssetId asset, String label, String area, List<Alarm> alarms, Map<AlarmId, LabelKind> labels) {
    public AlarmGroup {
        alarms = List.copyOf(alarms);
        labels = Map.copyOf(labels);
        if (alarms.isEmpty()) {
            throw new IllegalArgumentException("group of asset " + asset + " has no alarm");
        }
    }

    /** What an alarm is said to be; empty while nobody has said. */
    Optional<LabelKind> label(Alarm alarm) {
        return Optional.ofNullable(labels.get(alarm.id()));
    }

    /** The most urgent of the group: active before returned, then by priority, then the newest. */
    public Alarm worst() {
        return alarms.stream().max(AlarmList.URGENCY).orElseThrow();
    }
}
