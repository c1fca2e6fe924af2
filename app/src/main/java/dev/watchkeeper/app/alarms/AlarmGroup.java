package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;

/**
 * The listed alarms of one asset.
 *
 * @param alarms at least one; the first-out, which opened before all others, on top
 */
public record AlarmGroup(AssetId asset, String label, String area, List<Alarm> alarms) {
    public AlarmGroup {
        alarms = List.copyOf(alarms);
        if (alarms.isEmpty()) {
            throw new IllegalArgumentException("group of asset " + asset + " has no alarm");
        }
    }

    /** The most urgent of the group: active before returned, then by priority, then the newest. */
    public Alarm worst() {
        return alarms.stream().max(AlarmList.URGENCY).orElseThrow();
    }
}
