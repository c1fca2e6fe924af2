package dev.watchkeeper.engine.alarm.kpi;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the standards call one alarm and an engineer can tune as one: alarms of the same asset and rule that the same sensor led.
 *
 * @param sensorOrNull the sensor with the largest share; null where the alarm names none
 */
public record AlarmSource(
        AssetId asset, String rule, @Nullable SensorId sensorOrNull) implements Comparable<AlarmSource> {
    public static AlarmSource of(Alarm alarm) {
        SensorId leading = alarm.contributions().isEmpty()
                ? null
                : alarm.contributions().get(0).sensor();
        return new AlarmSource(alarm.asset(), alarm.rule(), leading);
    }

    public Optional<SensorId> sensor() {
        return Optional.ofNullable(sensorOrNull);
    }

    @Override
    public int compareTo(AlarmSource other) {
        return toString().compareTo(other.toString());
    }

    /** {@code asset/sensor rule}. */
    @Override
    public String toString() {
        return (sensorOrNull == null ? asset.toString() : sensorOrNull.toString()) + " " + rule;
    }
}
