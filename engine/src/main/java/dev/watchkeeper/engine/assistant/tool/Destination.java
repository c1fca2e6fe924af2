package dev.watchkeeper.engine.assistant.tool;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in the console that shows what an answer tells of. */
public sealed interface Destination {
    /** The overview. */
    record Overview() implements Destination {}

    /**
     * Some sensors over time.
     *
     * @param spanOrNull the past that is shown; null for the newest stretch, live
     */
    record Trends(List<SensorId> sensors, @Nullable TimeSpan spanOrNull) implements Destination {
        public Trends {
            sensors = List.copyOf(sensors);
        }

        public Optional<TimeSpan> span() {
            return Optional.ofNullable(spanOrNull);
        }
    }

    /** All alarms. */
    record AlarmList() implements Destination {}

    /** One alarm. */
    record OneAlarm(AlarmId alarm) implements Destination {}

    /** The figures of the alarm system. */
    record Kpis() implements Destination {}

    /** The models, of one asset where it is named. */
    record Models(@Nullable AssetId assetOrNull) implements Destination {
        public Optional<AssetId> asset() {
            return Optional.ofNullable(assetOrNull);
        }
    }

    /** The chain from source to alarm. */
    record Pipeline() implements Destination {}

    /** The settings. */
    record Settings() implements Destination {}
}
