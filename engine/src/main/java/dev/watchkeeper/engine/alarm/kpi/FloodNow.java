package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.List;

/**
 * A {@link Flood} that goes on.
 *
 * @param since when the first of the alarms that began it opened
 * @param alarms that opened since
 * @param lately of these, those of the last ten minutes
 * @param firstOut the one that opened before all others, which most likely caused them
 * @param assets those that raised them, each in the order of its first alarm; the first is that of {@code firstOut}
 */
public record FloodNow(Instant since, int alarms, int lately, Alarm firstOut, List<AssetId> assets) {
    public FloodNow {
        assets = List.copyOf(assets);
    }
}
