package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.assistant.tool.AlarmFilter;
import dev.watchkeeper.engine.assistant.tool.AlarmRef;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question taken apart.
 *
 * @param asked as it was typed
 * @param text in one form, spelling mended, with {@code @asset} and {@code @time} in place of names and spans
 * @param assets that are named
 * @param sensors that are meant
 * @param spans that are named, in their order
 * @param lengthOrNull the length of time that is named, such as how long to shelve
 */
record Reading(
        String asked,
        String text,
        List<AssetId> assets,
        List<SensorId> sensors,
        List<TimeSpan> spans,
        @Nullable Duration lengthOrNull) {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    /** Whether the text holds one of these words or phrases; written as a regular expression. */
    boolean has(String words) {
        return PATTERNS.computeIfAbsent(
                        words, text -> Pattern.compile("(?<![\\p{L}\\p{N}@-])(?:" + text + ")(?![\\p{L}\\p{N}])"))
                .matcher(text)
                .find();
    }

    /** Whether the whole text is this. */
    boolean is(String words) {
        return PATTERNS.computeIfAbsent("^" + words, text -> Pattern.compile("(?:" + words + ")"))
                .matcher(text)
                .matches();
    }

    @Nullable AssetId assetOrNull() {
        return assets.isEmpty() ? sensorsAssetOrNull() : assets.get(0);
    }

    private @Nullable AssetId sensorsAssetOrNull() {
        List<AssetId> own = sensors.stream().map(SensorId::asset).distinct().toList();
        return own.size() == 1 ? own.get(0) : null;
    }

    @Nullable TimeSpan spanOrNull() {
        return spans.isEmpty() ? null : spans.get(0);
    }

    Optional<TimeSpan> span() {
        return Optional.ofNullable(spanOrNull());
    }

    /** Which alarms the words mean. */
    AlarmFilter filter() {
        Priority priority =
                has("(high|top|highest|critical|urgent)[ -](priority|prio|alarms?)|critical|urgent|priority (1|one)")
                        ? Priority.HIGH
                        : has("medium|priority 2")
                                ? Priority.MEDIUM
                                : has("low[ -](priority|prio)|low alarms|priority 3") ? Priority.LOW : null;
        boolean unacknowledged = has(
                "unacknowledged|unacked|unack|not( been)? (yet )?acknowledged|nobody( has)? acknowledged|unconfirmed");
        return new AlarmFilter(assetOrNull(), sensors, priority, unacknowledged);
    }

    AlarmRef newest() {
        return new AlarmRef.Newest(filter());
    }
}
