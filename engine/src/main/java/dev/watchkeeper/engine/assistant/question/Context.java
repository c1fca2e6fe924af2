package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a question can lean on: what was asked before, and what the user looks at.
 *
 * @param callOrNull how the last question was understood
 * @param alarmOrNull the alarm that was spoken of last, or that is selected
 * @param assetOrNull the asset that was spoken of last
 * @param sensors the sensors that were spoken of last
 * @param spanOrNull the span that was spoken of last
 */
public record Context(
        @Nullable ToolCall callOrNull,
        @Nullable AlarmId alarmOrNull,
        @Nullable AssetId assetOrNull,
        List<SensorId> sensors,
        @Nullable TimeSpan spanOrNull) {
    /** Nothing was said before. */
    public static final Context NONE = new Context(null, null, null, List.of(), null);

    public Context {
        sensors = List.copyOf(sensors);
    }

    public Optional<ToolCall> call() {
        return Optional.ofNullable(callOrNull);
    }

    public Optional<AlarmId> alarm() {
        return Optional.ofNullable(alarmOrNull);
    }

    public Optional<AssetId> asset() {
        return Optional.ofNullable(assetOrNull);
    }

    public Optional<TimeSpan> span() {
        return Optional.ofNullable(spanOrNull);
    }
}
