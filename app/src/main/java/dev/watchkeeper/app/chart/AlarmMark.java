package dev.watchkeeper.app.chart;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An alarm as a trend marks it.
 *
 * @param closeMillis {@link Long#MAX_VALUE} while it is active
 * @param sensors those that had a share worth mentioning in the score
 */
public record AlarmMark(
        AlarmId id,
        AssetId asset,
        Priority priority,
        String message,
        long openMillis,
        long closeMillis,
        Set<SensorId> sensors) {
    private static final double WORTH_MENTIONING = 0.2;

    public AlarmMark {
        sensors = Set.copyOf(sensors);
    }

    public static AlarmMark of(Alarm alarm) {
        return new AlarmMark(
                alarm.id(),
                alarm.asset(),
                alarm.priority(),
                alarm.message(),
                alarm.openedAt().toEpochMilli(),
                alarm.closedAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
                alarm.contributions().stream()
                        .filter(contribution -> contribution.share() >= WORTH_MENTIONING)
                        .map(contribution -> contribution.sensor())
                        .collect(Collectors.toSet()));
    }

    boolean overlaps(Viewport viewport) {
        return openMillis <= viewport.endMillis() && closeMillis >= viewport.startMillis();
    }
}
