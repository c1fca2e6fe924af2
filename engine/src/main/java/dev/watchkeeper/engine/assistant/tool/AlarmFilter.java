package dev.watchkeeper.engine.assistant.tool;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms are meant.
 *
 * @param assetOrNull of this asset only; null for all
 * @param sensors to which one of these contributed most or by a fifth at least; empty for all
 * @param priorityOrNull of this priority only; null for all
 * @param unacknowledged only those that nobody has acknowledged
 */
public record AlarmFilter(
        @Nullable AssetId assetOrNull,
        List<SensorId> sensors,
        @Nullable Priority priorityOrNull,
        boolean unacknowledged) {
    private static final double LEAST_SHARE = 0.2;

    /** Every alarm. */
    public static final AlarmFilter ALL = new AlarmFilter(null, List.of(), null, false);

    public AlarmFilter {
        sensors = List.copyOf(sensors);
    }

    public static AlarmFilter of(AssetId asset) {
        return new AlarmFilter(asset, List.of(), null, false);
    }

    public Optional<AssetId> asset() {
        return Optional.ofNullable(assetOrNull);
    }

    public Optional<Priority> priority() {
        return Optional.ofNullable(priorityOrNull);
    }

    public boolean fits(Alarm alarm) {
        return (assetOrNull == null || assetOrNull.equals(alarm.asset()))
                && (priorityOrNull == null || priorityOrNull == alarm.priority())
                && (!unacknowledged || !alarm.state().acknowledged())
                && (sensors.isEmpty() || contributed(alarm));
    }

    private boolean contributed(Alarm alarm) {
        if (alarm.contributions().isEmpty()) {
            return false;
        }
        return sensors.contains(alarm.contributions().get(0).sensor())
                || alarm.contributions().stream()
                        .anyMatch(one -> one.share() >= LEAST_SHARE && sensors.contains(one.sensor()));
    }
}
