package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Chooses which two spans of equal length a comparison is about. Immutable. */
final class Comparing {
    private final Instant now;
    private final ZoneId zone;

    Comparing(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * Of two spans that are named the later one is compared with as long a stretch from the beginning of the other; one that is
     * named alone is compared with what followed it, such as yesterday with today.
     *
     * @param spans one at least
     */
    ToolCall of(List<SensorId> sensors, List<TimeSpan> spans) {
        TimeSpan first = spans.get(0);
        if (spans.size() > 1) {
            TimeSpan second = spans.get(1);
            boolean ordered = second.start().isBefore(first.start());
            return pair(sensors, ordered ? first : second, ordered ? second : first);
        }
        if (first.end().equals(now)) {
            return pair(sensors, first, TimeSpan.before(first.start(), first.length()));
        }
        Instant start = first.end().atZone(zone).toInstant();
        Instant end = start.plus(first.length());
        return pair(sensors, new TimeSpan(start, end.isAfter(now) ? now : end), first);
    }

    private static ToolCall pair(List<SensorId> sensors, TimeSpan span, TimeSpan earlier) {
        Duration length = span.length();
        return new ToolCall.CompareHistory(
                sensors, span, new TimeSpan(earlier.start(), earlier.start().plus(length)));
    }
}
