package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.live.PipelineStatus;
import java.util.Locale;
import java.util.stream.Collectors;

/** Alarms as lines of text, for terminals. */
final class AlarmLines {
    private AlarmLines() {}

    static String line(Alarm alarm) {
        return String.format(
                Locale.ROOT,
                "%s  %-6s  %-10s  %s  [%s]%s",
                alarm.openedAt(),
                alarm.priority(),
                state(alarm.state()),
                alarm.message(),
                alarm.id(),
                hidden(alarm));
    }

    private static String hidden(Alarm alarm) {
        return alarm.handling().suppressions().stream()
                .map(one -> "  " + one.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining());
    }

    static String summary(PipelineStatus status, Alarms alarms) {
        return String.format(
                Locale.ROOT,
                "pipeline %s, %.0f readings/s, %d rejected, %d late; %d alarms are not over",
                status.state().name().toLowerCase(Locale.ROOT),
                status.readingsPerSecond(),
                status.rejected(),
                status.late(),
                alarms.current().size());
    }

    private static String state(AlarmState state) {
        return switch (state) {
            case ACTIVE_UNACKNOWLEDGED -> "active";
            case ACTIVE_ACKNOWLEDGED -> "acked";
            case RETURNED_UNACKNOWLEDGED -> "returned";
            case LATCHED_UNACKNOWLEDGED, LATCHED_ACKNOWLEDGED -> "latched";
            case NORMAL -> "over";
        };
    }
}
